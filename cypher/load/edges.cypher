// Question: what is stated of the edges between these nodes at run $run?
// Parameters: $pairs list of [from, to]; $run integer
// Relies on: NodeUniqueIndexSeek; NodeIndexSeek
UNWIND $pairs AS pair
CALL (pair) {
  MATCH (a:Entity {id: pair[0]})
  MATCH (b:Entity {id: pair[1]})
  MATCH (a)-[x]->(b) WHERE x.sinceRun <= $run AND (x.untilRun IS NULL OR x.untilRun > $run)
  RETURN type(x) AS type, properties(x) AS properties
  UNION ALL
  MATCH (x:PastEdge {from: pair[0]}) WHERE x.to = pair[1] AND x.untilRun > $run AND x.sinceRun <= $run
  RETURN CASE WHEN x.also THEN 'ALSO_STATED' ELSE x.kind END AS type, properties(x) AS properties
}
RETURN type, pair[0] AS from, pair[1] AS to, properties
