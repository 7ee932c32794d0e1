// Question: gives back at most $most nodes that the unpublished run $run ended.
// Parameters: $lease text; $leaseFor integer milliseconds; $run, $most integers
// Relies on: NodeIndexSeek
MATCH (s:Store {name: 'nhigraph'})
SET s.locked = timestamp()
WITH s WHERE s.lease = $lease
SET s.leaseUntil = timestamp() + $leaseFor
WITH s
MATCH (n:Entity) WHERE n.untilRun = $run
WITH n LIMIT $most
REMOVE n.untilRun
RETURN count(*) AS undone
