// Question: says that nothing is moved between two steps of a sweep ($moving false), or that it goes on ($moving true). s.moves is odd while something is moved.
// Parameters: $lease text; $leaseFor integer milliseconds; $moving boolean
// Relies on: NodeUniqueIndexSeek
MATCH (s:Store {name: 'nhigraph'})
SET s.locked = timestamp()
WITH s WHERE s.lease = $lease
SET s.leaseUntil = timestamp() + $leaseFor,
    s.moves = CASE WHEN $moving THEN s.moves + 1 - s.moves % 2 ELSE s.moves + s.moves % 2 END
RETURN s.moves AS moves
