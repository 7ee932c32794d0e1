// Question: ends nodes that are open; they leave the graph once the run is published.
// Parameters: $lease text; $leaseFor integer milliseconds; $run, $after, $batch integers; $rows list of ids
// Relies on: NodeUniqueIndexSeek
MATCH (s:Store {name: 'nhigraph'})
SET s.locked = timestamp()
WITH s WHERE s.lease = $lease AND s.run = $run AND s.batch >= $after AND s.batch < $batch
SET s.batch = $batch, s.leaseUntil = timestamp() + $leaseFor
WITH s
CALL (s) {
  UNWIND $rows AS r
  MATCH (n:Entity {id: r}) WHERE n.sinceRun IS NOT NULL AND n.untilRun IS NULL
  SET n.untilRun = $run
  RETURN count(*) AS closed
}
SET s.closed = s.closed + closed, s.ended = s.ended + closed, s.nodes = s.nodes - closed
RETURN 0 AS opened, closed
