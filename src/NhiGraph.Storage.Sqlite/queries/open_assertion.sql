-- By node: an owner has as many assertions as its scope has nodes, and the planner knows nothing of that.
SELECT id, weight, kinds, name, properties FROM assertion INDEXED BY assertion_by_node WHERE node_id = ?1 AND closed = 9223372036854775807 AND fact_id = ?2 AND owner_id = ?3
