// Question: which facts did the published run $run end, and then which did it make?
// Parameters: $run integer
// Relies on: NodeIndexSeek
CALL () {
  MATCH (x:Fact) WHERE x.untilRun = $run RETURN x, false AS made
  UNION ALL
  MATCH (x:PastFact) WHERE x.untilRun = $run RETURN x, false AS made
  UNION ALL
  MATCH (x:Fact) WHERE x.sinceRun = $run RETURN x, true AS made
  UNION ALL
  MATCH (x:PastFact) WHERE x.sinceRun = $run RETURN x, true AS made
}
RETURN made, x.dataset AS dataset, x.key AS key, x.content AS content, x.locator AS locator
