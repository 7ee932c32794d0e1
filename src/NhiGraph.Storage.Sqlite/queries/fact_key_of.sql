SELECT d.source, d.scope, d.dataset, k.key FROM fact_key k JOIN dataset d ON d.id = k.dataset_id WHERE k.id = ?1
