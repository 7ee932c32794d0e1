SELECT id, weight, kinds, name, properties FROM assertion WHERE node_id = ?1 AND closed = 9223372036854775807 AND fact_id = ?2 AND owner_id = ?3
