SELECT id, facts, nodes, edges FROM run WHERE state = 1 ORDER BY id DESC LIMIT 1
