SELECT opened FROM fact WHERE id >= ?1 ORDER BY id LIMIT 1
