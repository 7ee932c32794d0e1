// Question: takes away at most $most bare keys that no edge names any more.
// Parameters: $lease text; $leaseFor, $most integers
// Relies on: NodeByLabelScan
MATCH (s:Store {name: 'nhigraph'})
SET s.locked = timestamp()
WITH s WHERE s.lease = $lease
SET s.leaseUntil = timestamp() + $leaseFor
WITH s
MATCH (n:Entity) WHERE n.sinceRun IS NULL AND NOT EXISTS { (n)--() }
WITH n LIMIT $most
DELETE n
RETURN count(*) AS undone
