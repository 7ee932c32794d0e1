// Question: makes edges; an end that is no node becomes a bare key.
// Parameters: $lease text; $leaseFor integer milliseconds; $run, $batch integers; $rows list of {y: type, f: from, t: to, p: properties};
//   $opened, $closed, $grown integers: how many statements are opened and closed, and how many edges there are more
// Relies on: NodeUniqueIndexSeek
MATCH (s:Store {name: 'nhigraph'})
SET s.locked = timestamp()
WITH s WHERE s.lease = $lease AND s.run = $run AND s.batch < $batch
SET s.batch = $batch, s.leaseUntil = timestamp() + $leaseFor
WITH s
CALL (s) {
  UNWIND $rows AS r
  MERGE (a:Entity {id: r.f})
  MERGE (b:Entity {id: r.t})
  CREATE (a)-[e:$(r.y)]->(b)
  SET e = r.p
  RETURN count(*) AS made
}
SET s.opened = s.opened + $opened, s.closed = s.closed + $closed, s.edges = s.edges + $grown
RETURN made
