SELECT id, kind, state, source, source_kind, rules_hash, started_at, finished_at, problems, opened, closed
FROM run WHERE (?1 IS NULL OR source = ?1) AND (?2 IS NULL OR id < ?2) ORDER BY id DESC LIMIT ?3
