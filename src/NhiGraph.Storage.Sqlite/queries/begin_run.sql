INSERT INTO run (id, kind, state, source, source_kind, rules_hash, started_at, problems)
SELECT coalesce(max(id), 0) + 1, ?1, 0, ?2, ?3, ?4, ?5, '[]' FROM run
RETURNING id
