// Question: counts what a batch of edges changed.
// Parameters: $lease text; $leaseFor integer milliseconds; $run, $after, $batch integers;
//   $opened, $closed, $grown integers: how many statements were opened and closed, and how many edges there are more
// Relies on: NodeUniqueIndexSeek
MATCH (s:Store {name: 'nhigraph'})
SET s.locked = timestamp()
WITH s WHERE s.lease = $lease AND s.run = $run AND s.batch >= $after AND s.batch < $batch
SET s.batch = $batch, s.leaseUntil = timestamp() + $leaseFor,
    s.opened = s.opened + $opened, s.closed = s.closed + $closed, s.edges = s.edges + $grown
RETURN s.edges AS edges
