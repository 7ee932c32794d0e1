// Question: which nodes did the published run $run end, and then which did it make?
// Parameters: $run integer
// Relies on: NodeIndexSeek
CALL () {
  MATCH (x:Entity) WHERE x.untilRun = $run RETURN x, false AS made
  UNION ALL
  MATCH (x:PastNode) WHERE x.untilRun = $run RETURN x, false AS made
  UNION ALL
  MATCH (x:Entity) WHERE x.sinceRun = $run RETURN x, true AS made
  UNION ALL
  MATCH (x:PastNode) WHERE x.sinceRun = $run RETURN x, true AS made
}
RETURN made, CASE WHEN x:Entity THEN labels(x) ELSE x.kinds END AS kinds, properties(x) AS properties
