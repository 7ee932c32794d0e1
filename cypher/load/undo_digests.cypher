// Question: takes away at most $most pages of digests of the unpublished run $run.
// Parameters: $lease text; $leaseFor integer milliseconds; $run, $most integers
// Relies on: NodeByLabelScan
MATCH (s:Store {name: 'nhigraph'})
SET s.locked = timestamp()
WITH s WHERE s.lease = $lease
SET s.leaseUntil = timestamp() + $leaseFor
WITH s
MATCH (d:Digests) WHERE d.sinceRun = $run
WITH d LIMIT $most
DELETE d
RETURN count(*) AS undone
