// Question: gives up the writer's place.
// Parameters: $lease text
// Relies on: NodeUniqueIndexSeek
MATCH (s:Store {name: 'nhigraph'})
SET s.locked = timestamp()
WITH s WHERE s.lease = $lease
SET s.lease = null, s.holder = null, s.leaseUntil = null
RETURN s.version AS version
