SELECT fact_id, opened FROM assertion WHERE node_id = ?2 AND closed > ?1 AND opened <= ?1
