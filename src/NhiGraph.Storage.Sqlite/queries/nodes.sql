SELECT n.node_id, k.key, n.kinds, n.name, n.properties FROM node n CROSS JOIN node_key k ON k.id = n.node_id WHERE n.closed > ?1 AND n.opened <= ?1
