// Question: ends edges that are open; they leave the graph once the run is published. One that this very run made is taken away.
// Parameters: $lease text; $leaseFor integer milliseconds; $run, $after, $batch integers; $rows list of {y: type, k: kind, f: from, t: to, h: place, q: qualifier}
// Relies on: NodeUniqueIndexSeek; Expand(Into)
MATCH (s:Store {name: 'nhigraph'})
SET s.locked = timestamp()
WITH s WHERE s.lease = $lease AND s.run = $run AND s.batch >= $after AND s.batch < $batch
SET s.batch = $batch, s.leaseUntil = timestamp() + $leaseFor
WITH s
CALL (s) {
  UNWIND $rows AS r
  MATCH (a:Entity {id: r.f})
  MATCH (b:Entity {id: r.t})
  MATCH (a)-[e]->(b) WHERE type(e) = r.y AND coalesce(e.kind, r.y) = r.k AND e.chunk = r.h AND coalesce(e.qualifier, '') = r.q AND e.untilRun IS NULL
  FOREACH (old IN CASE WHEN e.sinceRun < $run THEN [e] ELSE [] END | SET old.untilRun = $run)
  FOREACH (own IN CASE WHEN e.sinceRun = $run THEN [e] ELSE [] END | DELETE own)
  RETURN count(*) AS ended
}
SET s.ended = s.ended + ended
RETURN ended
