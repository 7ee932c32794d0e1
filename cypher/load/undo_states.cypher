// Question: takes away at most $most states of nodes that the unpublished run $run staged.
// Parameters: $lease text; $leaseFor integer milliseconds; $run, $most integers
// Relies on: NodeByLabelScan
MATCH (s:Store {name: 'nhigraph'})
SET s.locked = timestamp()
WITH s WHERE s.lease = $lease
SET s.leaseUntil = timestamp() + $leaseFor
WITH s
MATCH (x:NextState) WHERE x.sinceRun = $run
WITH x LIMIT $most
DELETE x
RETURN count(*) AS undone
