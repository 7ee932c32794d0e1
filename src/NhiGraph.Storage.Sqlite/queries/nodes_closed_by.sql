SELECT node_id FROM node c WHERE closed = ?1 AND closed < 9223372036854775807
AND NOT EXISTS (SELECT 1 FROM node o WHERE o.node_id = c.node_id AND o.closed > ?1 AND o.opened = ?1)
