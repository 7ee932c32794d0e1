SELECT id, kind, state, source, source_kind, rules_hash, started_at, finished_at, problems, opened, closed FROM run WHERE id > ?1 ORDER BY id
