// Question: takes the writer's place, where nobody has it; with $late also where who had it did not renew it in time.
// Parameters: $lease, $holder text; $leaseFor integer milliseconds; $late boolean
// Relies on: NodeUniqueIndexSeek
MATCH (s:Store {name: 'nhigraph'})
SET s.locked = timestamp()
WITH s WHERE s.lease IS NULL OR s.lease = $lease OR ($late AND s.leaseUntil < timestamp())
SET s.lease = $lease, s.holder = $holder, s.leaseUntil = timestamp() + $leaseFor, s.batch = 0
RETURN s.version AS version, s.sweptRun AS sweptRun, s.run AS run
