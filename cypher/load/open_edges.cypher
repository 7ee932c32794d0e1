// Question: what is stated of the edges between these nodes, open as the writer sees it?
// Parameters: $pairs list of [from, to]
// Relies on: NodeUniqueIndexSeek; Expand(Into) or Expand(All)
UNWIND $pairs AS pair
MATCH (a:Entity {id: pair[0]})
MATCH (b:Entity {id: pair[1]})
MATCH (a)-[r]->(b) WHERE r.untilRun IS NULL
RETURN type(r) AS type, pair[0] AS from, pair[1] AS to, properties(r) AS properties
