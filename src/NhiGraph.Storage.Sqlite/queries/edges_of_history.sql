SELECT from_id, to_id, kind, owner_id, opened, certainty, valid_from, valid_until, disabled, detail_id, evidence, closed
FROM edge INDEXED BY edge_by_key WHERE closed > opened ORDER BY from_id, to_id, kind, qualifier_id, closed
