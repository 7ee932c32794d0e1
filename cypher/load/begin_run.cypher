// Question: begins the next run; asked again, it tells the same one.
// Parameters: $lease text; $start map of the run's properties
// Relies on: NodeUniqueIndexSeek
MATCH (s:Store {name: 'nhigraph'})
SET s.locked = timestamp()
WITH s WHERE s.lease = $lease
OPTIONAL MATCH (last:Run {id: s.version})
SET s.run = coalesce(s.run, s.nextRun), s.batch = 0, s.opened = 0, s.closed = 0, s.ended = 0,
    s.facts = coalesce(last.facts, 0), s.nodes = coalesce(last.nodes, 0), s.edges = coalesce(last.edges, 0)
SET s.nextRun = s.run + 1
MERGE (r:Run {id: s.run})
ON CREATE SET r += $start, r.state = 'OPEN', r.lease = $lease
RETURN s.run AS run, s.nodes AS nodes, s.edges AS edges, coalesce(s.digested, false) AS digested
