SELECT from_id, to_id, kind, qualifier_id, owner_id FROM edge c WHERE closed = ?1 AND closed < 9223372036854775807
AND NOT EXISTS (SELECT 1 FROM edge o INDEXED BY edge_by_key WHERE o.from_id = c.from_id AND o.to_id = c.to_id AND o.kind = c.kind AND o.qualifier_id = c.qualifier_id AND o.closed > ?1 AND o.opened = ?1 AND o.owner_id = c.owner_id)
