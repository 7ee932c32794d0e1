// Question: remembers that all that runs up to $run ended is swept, and gives up the writer's place where $leave says so. Asked again, it changes nothing.
// Parameters: $lease text; $run integer; $leave boolean
// Relies on: NodeUniqueIndexSeek
MATCH (s:Store {name: 'nhigraph'})
SET s.locked = timestamp()
WITH s WHERE s.lease = $lease OR s.sweptRun >= $run
FOREACH (own IN CASE WHEN s.lease = $lease THEN [1] ELSE [] END |
  SET s.sweptRun = $run, s.moves = s.moves + s.moves % 2
  FOREACH (leave IN CASE WHEN $leave THEN [1] ELSE [] END | SET s.lease = null, s.holder = null, s.leaseUntil = null))
RETURN s.sweptRun AS sweptRun
