SELECT kinds, name, properties, (SELECT r.started_at FROM node o JOIN run r ON r.id = o.opened WHERE o.node_id = ?2 ORDER BY o.opened LIMIT 1)
FROM node WHERE node_id = ?2 AND closed > ?1 AND opened <= ?1
