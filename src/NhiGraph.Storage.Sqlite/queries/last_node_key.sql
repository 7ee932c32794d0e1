SELECT max(id) FROM node_key
