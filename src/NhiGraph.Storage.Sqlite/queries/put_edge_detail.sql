INSERT INTO edge_detail (content) VALUES (?1)
