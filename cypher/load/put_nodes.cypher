// Question: opens nodes. A new one comes into the graph at once; the new state of one that is there is staged beside it until the run is published; one that is as it was stays so.
// Parameters: $lease text; $leaseFor integer milliseconds; $run, $after, $batch integers; $rows list of {p: properties, d: list of [name, instant], l: labels}, p.state a hash of all that the node is
// Relies on: NodeUniqueIndexSeek
MATCH (s:Store {name: 'nhigraph'})
SET s.locked = timestamp()
WITH s WHERE s.lease = $lease AND s.run = $run AND s.batch >= $after AND s.batch < $batch
SET s.batch = $batch, s.leaseUntil = timestamp() + $leaseFor
WITH s
CALL (s) {
  UNWIND $rows AS r
  OPTIONAL MATCH (n:Entity {id: r.p.id})
  WITH r, n WHERE n IS NULL OR n.sinceRun IS NULL OR n.state <> r.p.state
  CALL (r) {
    OPTIONAL MATCH (p:PastNode {id: r.p.id})
    RETURN min(p.firstRun) AS first
  }
  WITH r, n, coalesce(n.firstRun, first, $run) AS first, CASE WHEN n IS NULL THEN 'nothing' WHEN n.sinceRun IS NULL THEN 'key' ELSE 'node' END AS was
  CALL (r, n, first, was) {
    WITH r, n, first, was WHERE was = 'nothing'
    CREATE (m:Entity:$(r.l)) SET m = r.p, m.sinceRun = $run, m.firstRun = first
    FOREACH (d IN r.d | SET m[d[0]] = datetime(d[1]))
    RETURN 0 AS closed
    UNION ALL
    WITH r, n, first, was WHERE was = 'key'
    SET n = r.p, n.sinceRun = $run, n.firstRun = first, n:$(r.l)
    FOREACH (d IN r.d | SET n[d[0]] = datetime(d[1]))
    RETURN 0 AS closed
    UNION ALL
    WITH r, n, first, was WHERE was = 'node'
    CREATE (x:NextState) SET x = r.p, x.sinceRun = $run, x.firstRun = first, x.kinds = r.l
    FOREACH (d IN r.d | SET x[d[0]] = datetime(d[1]))
    RETURN 1 AS closed
  }
  RETURN count(*) AS opened, coalesce(sum(closed), 0) AS closed
}
SET s.opened = s.opened + opened, s.closed = s.closed + closed, s.ended = s.ended + closed, s.nodes = s.nodes + opened - closed
RETURN opened, closed
