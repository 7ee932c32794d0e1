// Question: the join terms of all scopes at run $run.
// Parameters: $run integer
// Relies on: NodeByLabelScan or NodeIndexSeekByRange
CALL () {
  MATCH (x:Term) WHERE x.sinceRun <= $run AND (x.untilRun IS NULL OR x.untilRun > $run)
  RETURN x
  UNION ALL
  MATCH (x:PastTerm) WHERE x.untilRun > $run AND x.sinceRun <= $run
  RETURN x
}
RETURN x.scope AS scope, x.side AS side, x.joinKey AS joinKey, x.content AS content
