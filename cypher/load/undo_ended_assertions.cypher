// Question: gives back at most $most assertions that the unpublished run $run ended.
// Parameters: $lease text; $leaseFor integer milliseconds; $run, $most integers
// Relies on: NodeIndexSeek
MATCH (s:Store {name: 'nhigraph'})
SET s.locked = timestamp()
WITH s WHERE s.lease = $lease
SET s.leaseUntil = timestamp() + $leaseFor
WITH s
MATCH (x:Assertion) WHERE x.untilRun = $run
WITH x LIMIT $most
REMOVE x.untilRun
RETURN count(*) AS undone
