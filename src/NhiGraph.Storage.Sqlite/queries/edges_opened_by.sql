SELECT from_id, to_id, kind, owner_id, opened, certainty, valid_from, valid_until, disabled, detail_id, evidence FROM edge WHERE id >= ?2 AND id < ?3 AND closed > ?1
