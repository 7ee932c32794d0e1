SELECT node_id, fact_id, owner_id, opened, weight, kinds, name, properties FROM assertion WHERE id >= ?2 AND id < ?3 AND closed > ?1
