UPDATE run SET state = ?2, finished_at = ?3, problems = ?4, opened = ?5, closed = ?6, facts = ?7, nodes = ?8, edges = ?9 WHERE id = ?1
