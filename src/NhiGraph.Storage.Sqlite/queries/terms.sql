SELECT scope_id, side, join_key, content FROM term WHERE closed > ?1 AND opened <= ?1
