SELECT value FROM text WHERE id = ?1
