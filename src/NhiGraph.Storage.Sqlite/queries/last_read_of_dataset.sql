SELECT r.finished_at FROM dataset_run d JOIN run r ON r.id = d.run AND r.state = 1
WHERE d.dataset_id = (SELECT dataset_id FROM fact_key WHERE id = ?2) AND d.state IN (1, 2) AND d.run <= ?1
ORDER BY d.run DESC LIMIT 1
