// Question: closes facts that are open.
// Parameters: $lease text; $leaseFor integer milliseconds; $run, $after, $batch integers; $rows list of {d: dataset's number, k: key}
// Relies on: NodeIndexSeek
MATCH (s:Store {name: 'nhigraph'})
SET s.locked = timestamp()
WITH s WHERE s.lease = $lease AND s.run = $run AND s.batch >= $after AND s.batch < $batch
SET s.batch = $batch, s.leaseUntil = timestamp() + $leaseFor
WITH s
CALL (s) {
  UNWIND $rows AS r
  MATCH (f:Fact {dataset: r.d, key: r.k}) WHERE f.untilRun IS NULL
  SET f.untilRun = $run
  RETURN count(*) AS closed
}
SET s.closed = s.closed + closed, s.ended = s.ended + closed, s.facts = s.facts - closed
RETURN 0 AS opened, closed
