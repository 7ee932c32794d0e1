SELECT id FROM fact_key WHERE dataset_id = ?1 AND key = ?2
