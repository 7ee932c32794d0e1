SELECT scope_id, side, join_key, content FROM term WHERE id >= ?2 AND id < ?3 AND closed > ?1
