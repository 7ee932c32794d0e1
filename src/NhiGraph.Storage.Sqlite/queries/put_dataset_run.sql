INSERT INTO dataset_run (run, position, dataset_id, state, facts) VALUES (?1, ?2, ?3, ?4, ?5)
