// Question: keeps the writer's place.
// Parameters: $lease text; $leaseFor integer milliseconds
// Relies on: NodeUniqueIndexSeek
MATCH (s:Store {name: 'nhigraph'})
SET s.locked = timestamp()
WITH s WHERE s.lease = $lease
SET s.leaseUntil = timestamp() + $leaseFor
RETURN s.leaseUntil AS leaseUntil
