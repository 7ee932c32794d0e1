SELECT node_id, fact_id, owner_id FROM assertion c WHERE closed = ?1 AND closed < 9223372036854775807
AND NOT EXISTS (SELECT 1 FROM assertion o INDEXED BY assertion_by_node WHERE o.node_id = c.node_id AND o.fact_id = c.fact_id AND o.owner_id = c.owner_id AND o.closed > ?1 AND o.opened = ?1)
