INSERT INTO assertion (node_id, fact_id, owner_id, opened, closed, weight, kinds, name, properties) VALUES (?1, ?2, ?3, ?4, 9223372036854775807, ?5, ?6, ?7, ?8)
