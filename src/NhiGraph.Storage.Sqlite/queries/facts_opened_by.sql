SELECT d.source, d.scope, d.dataset, k.key, f.content, f.locator
FROM fact f CROSS JOIN fact_key k ON k.id = f.fact_id CROSS JOIN dataset d ON d.id = k.dataset_id
WHERE f.id >= ?2 AND f.id < ?3 AND f.closed > ?1
