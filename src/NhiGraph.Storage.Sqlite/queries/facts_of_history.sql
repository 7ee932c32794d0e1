SELECT d.source, d.scope, d.dataset, k.key, f.content, f.locator, f.opened, f.closed
FROM fact f INDEXED BY fact_by_key CROSS JOIN fact_key k ON k.id = f.fact_id CROSS JOIN dataset d ON d.id = k.dataset_id
WHERE f.closed > f.opened ORDER BY f.fact_id, f.closed
