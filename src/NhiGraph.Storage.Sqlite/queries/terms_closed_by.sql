SELECT scope_id, side, join_key, content FROM term c WHERE closed = ?1 AND closed < 9223372036854775807
AND NOT EXISTS (SELECT 1 FROM term o WHERE o.join_key = c.join_key AND o.scope_id = c.scope_id AND o.side = c.side AND o.content = c.content AND o.closed > ?1 AND o.opened = ?1)
