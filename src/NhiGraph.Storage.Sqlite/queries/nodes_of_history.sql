SELECT node_id, kinds, name, properties, opened, closed FROM node INDEXED BY node_by_key WHERE closed > opened ORDER BY node_id, closed
