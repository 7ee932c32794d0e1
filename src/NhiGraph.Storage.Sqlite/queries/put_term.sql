INSERT INTO term (join_key, scope_id, side, content, opened, closed) VALUES (?1, ?2, ?3, ?4, ?5, 9223372036854775807)
