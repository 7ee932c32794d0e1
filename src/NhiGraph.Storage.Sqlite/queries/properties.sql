SELECT node_id, properties FROM node WHERE closed > ?1 AND opened <= ?1
