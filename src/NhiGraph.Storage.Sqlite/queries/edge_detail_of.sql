SELECT content FROM edge_detail WHERE id = ?1
