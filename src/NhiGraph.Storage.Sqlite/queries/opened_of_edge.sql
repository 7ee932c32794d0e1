SELECT opened FROM edge WHERE id >= ?1 ORDER BY id LIMIT 1
