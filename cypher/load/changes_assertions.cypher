// Question: which assertions did the published run $run end, and then which did it make?
// Parameters: $run integer
// Relies on: NodeIndexSeek
CALL () {
  MATCH (x:Assertion) WHERE x.untilRun = $run RETURN x, false AS made
  UNION ALL
  MATCH (x:PastAssertion) WHERE x.untilRun = $run RETURN x, false AS made
  UNION ALL
  MATCH (x:Assertion) WHERE x.sinceRun = $run RETURN x, true AS made
  UNION ALL
  MATCH (x:PastAssertion) WHERE x.sinceRun = $run RETURN x, true AS made
}
RETURN made, x.node AS node, x.dataset AS dataset, x.key AS key, x.chunk AS chunk, x.weight AS weight, x.content AS content
