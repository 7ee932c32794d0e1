SELECT opened FROM term WHERE id >= ?1 ORDER BY id LIMIT 1
