SELECT id FROM edge_detail WHERE content = ?1
