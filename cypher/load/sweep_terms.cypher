// Question: moves at most $most terms that the published run $run ended out of the way of the open ones.
// Parameters: $lease text; $leaseFor integer milliseconds; $run, $most integers
// Relies on: NodeIndexSeekByRange
MATCH (s:Store {name: 'nhigraph'})
SET s.locked = timestamp()
WITH s WHERE s.lease = $lease
SET s.leaseUntil = timestamp() + $leaseFor, s.moves = s.moves + 2
WITH s
MATCH (x:Term) WHERE x.untilRun <= $run
WITH x LIMIT $most
REMOVE x:Term SET x:PastTerm
RETURN count(*) AS moved
