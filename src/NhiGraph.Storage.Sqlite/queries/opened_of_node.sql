SELECT opened FROM node WHERE id >= ?1 ORDER BY id LIMIT 1
