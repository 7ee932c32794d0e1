// Question: makes the store's one node, where it is not there.
// Parameters: $format integer
// Relies on: none
MERGE (s:Store {name: 'nhigraph'})
ON CREATE SET s.format = $format, s.digested = true, s.version = 0, s.sweptRun = 0, s.moves = 0, s.nextRun = 1, s.batch = 0, s.numbers = 0, s.opened = 0, s.closed = 0, s.facts = 0, s.nodes = 0, s.edges = 0
RETURN s.format AS format
