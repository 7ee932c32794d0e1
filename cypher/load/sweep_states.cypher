// Question: puts at most $most new states of nodes, staged by published runs up to $run, in place of the old ones, which become PastNode.
// Parameters: $lease text; $leaseFor integer milliseconds; $run, $most integers
// Relies on: NodeByLabelScan; NodeUniqueIndexSeek
MATCH (s:Store {name: 'nhigraph'})
SET s.locked = timestamp()
WITH s WHERE s.lease = $lease
SET s.leaseUntil = timestamp() + $leaseFor, s.moves = s.moves + 2
WITH s
MATCH (x:NextState) WHERE x.sinceRun <= $run
WITH x LIMIT $most
MATCH (n:Entity {id: x.id})
CREATE (p:PastNode)
SET p = properties(n), p.kinds = [label IN labels(n) WHERE label <> 'Entity'], p.untilRun = x.sinceRun
REMOVE n:$([label IN labels(n) WHERE label <> 'Entity'])
SET n = properties(x), n.kinds = null, n:$(x.kinds)
DELETE x
RETURN count(*) AS moved
