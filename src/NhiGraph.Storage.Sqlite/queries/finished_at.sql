SELECT finished_at FROM run WHERE id = ?1
