// Question: closes assertions that are open.
// Parameters: $lease text; $leaseFor integer milliseconds; $run, $after, $batch integers; $rows list of {n: node, d: dataset's number, k: fact's key, h: place}
// Relies on: NodeIndexSeek
MATCH (s:Store {name: 'nhigraph'})
SET s.locked = timestamp()
WITH s WHERE s.lease = $lease AND s.run = $run AND s.batch >= $after AND s.batch < $batch
SET s.batch = $batch, s.leaseUntil = timestamp() + $leaseFor
WITH s
CALL (s) {
  UNWIND $rows AS r
  MATCH (x:Assertion {node: r.n}) WHERE x.untilRun IS NULL AND x.chunk = r.h AND x.dataset = r.d AND x.key = r.k
  SET x.untilRun = $run
  RETURN count(*) AS closed
}
SET s.closed = s.closed + closed, s.ended = s.ended + closed
RETURN 0 AS opened, closed
