SELECT node_id, kinds, name, properties FROM node WHERE id >= ?2 AND id < ?3 AND closed > ?1
