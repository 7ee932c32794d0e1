// Question: moves at most $most nodes that the published run $run ended out of the graph, into PastNode; one that edges still name stays as a bare key.
// Parameters: $lease text; $leaseFor integer milliseconds; $run, $most integers
// Relies on: NodeIndexSeekByRange
MATCH (s:Store {name: 'nhigraph'})
SET s.locked = timestamp()
WITH s WHERE s.lease = $lease
SET s.leaseUntil = timestamp() + $leaseFor, s.moves = s.moves + 2
WITH s
MATCH (n:Entity) WHERE n.untilRun <= $run
WITH n LIMIT $most
CREATE (p:PastNode)
SET p = properties(n), p.kinds = [label IN labels(n) WHERE label <> 'Entity']
REMOVE n:$([label IN labels(n) WHERE label <> 'Entity'])
SET n = {id: n.id}
FOREACH (gone IN CASE WHEN EXISTS { (n)--() } THEN [] ELSE [n] END | DELETE gone)
RETURN count(*) AS moved
