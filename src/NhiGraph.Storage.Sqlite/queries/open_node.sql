SELECT id, kinds, name, properties FROM node WHERE node_id = ?1 AND closed = 9223372036854775807
