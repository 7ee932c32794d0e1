// Question: opens assertions; one that is open and says something else is closed, one that says the same stays as it is.
// Parameters: $lease text; $leaseFor integer milliseconds; $run, $after, $batch integers; $rows list of {n: node, d: dataset's number, k: fact's key, h: place, w: weight, c: content}
// Relies on: NodeIndexSeek
MATCH (s:Store {name: 'nhigraph'})
SET s.locked = timestamp()
WITH s WHERE s.lease = $lease AND s.run = $run AND s.batch >= $after AND s.batch < $batch
SET s.batch = $batch, s.leaseUntil = timestamp() + $leaseFor
WITH s
CALL (s) {
  UNWIND $rows AS r
  OPTIONAL MATCH (x:Assertion {node: r.n}) WHERE x.untilRun IS NULL AND x.chunk = r.h AND x.dataset = r.d AND x.key = r.k
  WITH r, x WHERE x IS NULL OR x.weight <> r.w OR x.content <> r.c
  FOREACH (old IN CASE WHEN x IS NULL THEN [] ELSE [x] END | SET old.untilRun = $run)
  CREATE (:Assertion {node: r.n, dataset: r.d, key: r.k, chunk: r.h, weight: r.w, content: r.c, sinceRun: $run})
  RETURN count(*) AS opened, count(x) AS closed
}
SET s.opened = s.opened + opened, s.closed = s.closed + closed, s.ended = s.ended + closed
RETURN opened, closed
