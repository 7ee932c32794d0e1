INSERT OR IGNORE INTO shared_edge (from_id, to_id, kind, qualifier_id) VALUES (?1, ?2, ?3, ?4)
