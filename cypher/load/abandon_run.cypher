// Question: ends an open run that was undone: one that was given up is remembered as abandoned, one that a crash left behind is forgotten, and its number is the next run's. Asked again, it changes nothing.
// Parameters: $lease text; $run integer; $forget boolean
// Relies on: NodeUniqueIndexSeek
MATCH (s:Store {name: 'nhigraph'})
SET s.locked = timestamp()
WITH s WHERE s.lease = $lease AND (s.run = $run OR s.run IS NULL)
OPTIONAL MATCH (r:Run {id: $run})
FOREACH (once IN CASE WHEN s.run = $run THEN [1] ELSE [] END |
  SET s.run = null
  FOREACH (forget IN CASE WHEN $forget THEN [1] ELSE [] END | SET s.nextRun = $run DELETE r)
  FOREACH (keep IN CASE WHEN $forget THEN [] ELSE [1] END | SET r.state = 'ABANDONED', r.opened = 0, r.closed = 0, r.facts = 0, r.nodes = 0, r.edges = 0))
RETURN s.nextRun AS nextRun
