SELECT edges FROM run WHERE id = ?1
