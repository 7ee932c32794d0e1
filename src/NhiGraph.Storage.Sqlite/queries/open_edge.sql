SELECT id, owner_id, certainty, valid_from, valid_until, disabled, detail_id, evidence
FROM edge INDEXED BY edge_by_key WHERE from_id = ?1 AND to_id = ?2 AND kind = ?3 AND qualifier_id = ?4 AND closed = 9223372036854775807
