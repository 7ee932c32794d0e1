INSERT INTO schema_step (number, name) VALUES (?1, ?2)
