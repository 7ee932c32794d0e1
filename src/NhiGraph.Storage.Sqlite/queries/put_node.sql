INSERT INTO node (node_id, opened, closed, kinds, name, properties) VALUES (?1, ?2, 9223372036854775807, ?3, ?4, ?5)
