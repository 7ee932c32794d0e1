SELECT id FROM text WHERE value = ?1
