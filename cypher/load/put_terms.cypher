// Question: opens join terms that are not open.
// Parameters: $lease text; $leaseFor integer milliseconds; $run, $after, $batch integers; $rows list of {o: scope, e: side, j: join key, c: content}
// Relies on: NodeIndexSeek
MATCH (s:Store {name: 'nhigraph'})
SET s.locked = timestamp()
WITH s WHERE s.lease = $lease AND s.run = $run AND s.batch >= $after AND s.batch < $batch
SET s.batch = $batch, s.leaseUntil = timestamp() + $leaseFor
WITH s
CALL (s) {
  UNWIND $rows AS r
  OPTIONAL MATCH (x:Term {joinKey: r.j}) WHERE x.untilRun IS NULL AND x.scope = r.o AND x.side = r.e AND x.content = r.c
  WITH r, x WHERE x IS NULL
  CREATE (:Term {joinKey: r.j, scope: r.o, side: r.e, content: r.c, sinceRun: $run})
  RETURN count(*) AS opened
}
RETURN opened, 0 AS closed
