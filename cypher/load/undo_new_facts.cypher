// Question: takes away at most $most facts that the unpublished run $run made.
// Parameters: $lease text; $leaseFor integer milliseconds; $run, $most integers
// Relies on: NodeIndexSeek
MATCH (s:Store {name: 'nhigraph'})
SET s.locked = timestamp()
WITH s WHERE s.lease = $lease
SET s.leaseUntil = timestamp() + $leaseFor
WITH s
MATCH (x:Fact) WHERE x.sinceRun = $run
WITH x LIMIT $most
DELETE x
RETURN count(*) AS undone
