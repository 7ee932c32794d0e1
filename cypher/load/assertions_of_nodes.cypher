// Question: what is asserted of these nodes at run $run?
// Parameters: $nodes list of ids; $run integer
// Relies on: NodeIndexSeek
UNWIND $nodes AS node
CALL (node) {
  MATCH (x:Assertion {node: node}) WHERE x.sinceRun <= $run AND (x.untilRun IS NULL OR x.untilRun > $run)
  RETURN x
  UNION ALL
  MATCH (x:PastAssertion {node: node}) WHERE x.untilRun > $run AND x.sinceRun <= $run
  RETURN x
}
RETURN x.node AS node, x.dataset AS dataset, x.key AS key, x.chunk AS chunk, x.weight AS weight, x.content AS content, x.sinceRun AS since
