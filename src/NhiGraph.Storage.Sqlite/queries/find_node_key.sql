SELECT id FROM node_key WHERE key = ?1
