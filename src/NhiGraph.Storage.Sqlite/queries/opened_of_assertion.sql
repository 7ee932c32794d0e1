SELECT opened FROM assertion WHERE id >= ?1 ORDER BY id LIMIT 1
