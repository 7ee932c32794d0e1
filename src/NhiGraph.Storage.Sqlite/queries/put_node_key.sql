INSERT INTO node_key (key) VALUES (?1)
