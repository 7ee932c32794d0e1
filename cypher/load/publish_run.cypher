// Question: publishes the open run: from here on every reader sees it, whole. Where it ended nothing there is nothing to sweep, and the writer's place is given up too; else its sweep begins: s.moves is odd
// while something is moved. Asked again, it changes nothing.
// Parameters: $lease text; $run integer; $outcome map of the run's properties; $renewed list of the kinds of which this run wrote the digests anew, so that older ones go
// Relies on: NodeUniqueIndexSeek
MATCH (s:Store {name: 'nhigraph'})
SET s.locked = timestamp()
WITH s
MATCH (r:Run {id: $run}) WHERE r.lease = $lease AND (r.state = 'PUBLISHED' OR (s.lease = $lease AND s.run = $run))
FOREACH (once IN CASE WHEN r.state = 'OPEN' THEN [1] ELSE [] END |
  SET r += $outcome, r.state = 'PUBLISHED', r.opened = s.opened, r.closed = s.closed, r.facts = s.facts, r.nodes = s.nodes, r.edges = s.edges,
      s.version = $run, s.run = null
  FOREACH (swept IN CASE WHEN s.ended = 0 THEN [1] ELSE [] END | SET s.sweptRun = $run, s.lease = null, s.holder = null, s.leaseUntil = null)
  FOREACH (sweeping IN CASE WHEN s.ended = 0 THEN [] ELSE [1] END | SET s.moves = s.moves + 1 - s.moves % 2))
WITH s, r
CALL () {
  MATCH (d:Digests) WHERE d.kind IN $renewed AND d.sinceRun < $run
  DELETE d
  RETURN count(*) AS gone
}
RETURN r.opened AS opened, r.closed AS closed, s.sweptRun >= $run AS swept
