// Question: takes away at most $most nodes that the unpublished run $run made; one that older edges name stays as a bare key.
// Parameters: $lease text; $leaseFor integer milliseconds; $run, $most integers
// Relies on: NodeIndexSeek
MATCH (s:Store {name: 'nhigraph'})
SET s.locked = timestamp()
WITH s WHERE s.lease = $lease
SET s.leaseUntil = timestamp() + $leaseFor
WITH s
MATCH (n:Entity) WHERE n.sinceRun = $run
WITH n LIMIT $most
REMOVE n:$([label IN labels(n) WHERE label <> 'Entity'])
SET n = {id: n.id}
FOREACH (gone IN CASE WHEN EXISTS { (n)--() } THEN [] ELSE [n] END | DELETE gone)
RETURN count(*) AS undone
