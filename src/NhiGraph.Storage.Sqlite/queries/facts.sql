SELECT d.source, d.scope, d.dataset, k.key, f.content, f.locator
FROM dataset d CROSS JOIN fact_key k ON k.dataset_id = d.id CROSS JOIN fact f ON f.fact_id = k.id
WHERE f.closed > ?1 AND f.opened <= ?1 AND (?2 IS NULL OR d.scope = ?2) AND (?3 IS NULL OR d.dataset = ?3)
ORDER BY d.source, d.scope, d.dataset, k.key
