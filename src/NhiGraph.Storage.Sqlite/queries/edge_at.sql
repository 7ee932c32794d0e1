SELECT from_id, to_id, kind, owner_id, opened, certainty, valid_from, valid_until, disabled, detail_id, evidence
FROM edge WHERE from_id = ?2 AND to_id = ?3 AND kind = ?4 AND qualifier_id = ?5 AND closed > ?1 AND opened <= ?1
