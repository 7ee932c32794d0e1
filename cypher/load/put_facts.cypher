// Question: opens facts; one that is open with another content is closed, one with the same stays as it is.
// Parameters: $lease text; $leaseFor integer milliseconds; $run, $after, $batch integers; $rows list of {d: dataset's number, k: key, c: content, l: locator, h: place}
// Relies on: NodeIndexSeek
MATCH (s:Store {name: 'nhigraph'})
SET s.locked = timestamp()
WITH s WHERE s.lease = $lease AND s.run = $run AND s.batch >= $after AND s.batch < $batch
SET s.batch = $batch, s.leaseUntil = timestamp() + $leaseFor
WITH s
CALL (s) {
  UNWIND $rows AS r
  OPTIONAL MATCH (f:Fact {dataset: r.d, key: r.k}) WHERE f.untilRun IS NULL
  WITH r, f WHERE f IS NULL OR f.content <> r.c
  FOREACH (old IN CASE WHEN f IS NULL THEN [] ELSE [f] END | SET old.untilRun = $run)
  CREATE (:Fact {dataset: r.d, key: r.k, content: r.c, locator: r.l, chunk: r.h, sinceRun: $run})
  RETURN count(*) AS opened, count(f) AS closed
}
SET s.opened = s.opened + opened, s.closed = s.closed + closed, s.ended = s.ended + closed, s.facts = s.facts + opened - closed
RETURN opened, closed
