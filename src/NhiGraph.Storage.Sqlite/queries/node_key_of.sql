SELECT key FROM node_key WHERE id = ?1
