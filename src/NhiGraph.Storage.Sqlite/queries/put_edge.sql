INSERT INTO edge (from_id, to_id, kind, qualifier_id, owner_id, opened, closed, certainty, valid_from, valid_until, disabled, detail_id, evidence)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, 9223372036854775807, ?7, ?8, ?9, ?10, ?11, ?12)
