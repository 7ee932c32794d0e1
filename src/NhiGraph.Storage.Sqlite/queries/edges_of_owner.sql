SELECT from_id, to_id, kind, owner_id, opened, certainty, valid_from, valid_until, disabled, detail_id, evidence FROM edge WHERE owner_id = ?2 AND closed > ?1 AND opened <= ?1
