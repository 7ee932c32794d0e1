INSERT INTO dataset (source, scope, dataset) VALUES (?1, ?2, ?3)
