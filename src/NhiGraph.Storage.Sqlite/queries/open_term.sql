SELECT id FROM term WHERE join_key = ?1 AND scope_id = ?2 AND side = ?3 AND content = ?4 AND closed = 9223372036854775807
