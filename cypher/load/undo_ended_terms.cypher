// Question: gives back at most $most terms that the unpublished run $run ended.
// Parameters: $lease text; $leaseFor integer milliseconds; $run, $most integers
// Relies on: NodeIndexSeek
MATCH (s:Store {name: 'nhigraph'})
SET s.locked = timestamp()
WITH s WHERE s.lease = $lease
SET s.leaseUntil = timestamp() + $leaseFor
WITH s
MATCH (x:Term) WHERE x.untilRun = $run
WITH x LIMIT $most
REMOVE x.untilRun
RETURN count(*) AS undone
