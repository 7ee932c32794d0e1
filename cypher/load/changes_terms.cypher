// Question: which join terms did the published run $run end, and then which did it make?
// Parameters: $run integer
// Relies on: NodeIndexSeek
CALL () {
  MATCH (x:Term) WHERE x.untilRun = $run RETURN x, false AS made
  UNION ALL
  MATCH (x:PastTerm) WHERE x.untilRun = $run RETURN x, false AS made
  UNION ALL
  MATCH (x:Term) WHERE x.sinceRun = $run RETURN x, true AS made
  UNION ALL
  MATCH (x:PastTerm) WHERE x.sinceRun = $run RETURN x, true AS made
}
RETURN made, x.scope AS scope, x.side AS side, x.joinKey AS joinKey, x.content AS content
