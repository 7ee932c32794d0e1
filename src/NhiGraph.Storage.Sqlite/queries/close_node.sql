UPDATE node SET closed = ?2 WHERE id = ?1
