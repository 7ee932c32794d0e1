SELECT d.source, d.scope, d.dataset, r.state, r.facts FROM dataset_run r JOIN dataset d ON d.id = r.dataset_id WHERE r.run = ?1 ORDER BY r.position
