UPDATE fact SET closed = ?2 WHERE id = ?1
