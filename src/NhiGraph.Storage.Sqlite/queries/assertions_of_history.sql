SELECT node_id, fact_id, owner_id, opened, weight, kinds, name, properties, closed
FROM assertion INDEXED BY assertion_by_node WHERE closed > opened ORDER BY node_id, closed
