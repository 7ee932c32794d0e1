SELECT from_id, to_id, kind, qualifier_id, owner_id, certainty, valid_from, valid_until, disabled, detail_id FROM edge WHERE closed > ?1 AND opened <= ?1
