INSERT INTO fact_key (dataset_id, key) VALUES (?1, ?2)
