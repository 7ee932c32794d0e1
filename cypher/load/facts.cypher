// Question: the facts of these datasets at run $run.
// Parameters: $datasets list of datasets' numbers; $run integer
// Relies on: NodeIndexSeek
CALL () {
  UNWIND $datasets AS dataset
  MATCH (x:Fact) WHERE x.dataset = dataset AND x.key IS NOT NULL AND x.sinceRun <= $run AND (x.untilRun IS NULL OR x.untilRun > $run)
  RETURN x
  UNION ALL
  MATCH (x:PastFact) WHERE x.untilRun > $run AND x.sinceRun <= $run AND x.dataset IN $datasets
  RETURN x
}
RETURN x.dataset AS dataset, x.key AS key, x.content AS content, x.locator AS locator
