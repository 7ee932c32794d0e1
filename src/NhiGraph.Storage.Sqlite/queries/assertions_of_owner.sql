SELECT node_id, fact_id, owner_id, opened, weight, kinds, name, properties FROM assertion WHERE owner_id = ?2 AND closed > ?1 AND opened <= ?1
