// Question: runs that were published or abandoned after a run, oldest first.
// Parameters: $after integer
// Relies on: NodeUniqueIndexSeekByRange
MATCH (r:Run) WHERE r.id > $after AND r.state <> 'OPEN'
RETURN r.id AS id, properties(r) AS run ORDER BY id
