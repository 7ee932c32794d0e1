SELECT from_id, to_id, kind, qualifier_id FROM shared_edge
