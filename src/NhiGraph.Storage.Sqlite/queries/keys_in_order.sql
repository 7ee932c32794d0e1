SELECT id FROM node_key ORDER BY key
