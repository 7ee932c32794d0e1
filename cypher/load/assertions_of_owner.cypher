// Question: what is asserted of nodes at the places from $from up to $until (excluded), at run $run?
// Parameters: $from, $until integers, places as x.chunk has them; $run integer
// Relies on: NodeIndexSeekByRange
CALL () {
  MATCH (x:Assertion) WHERE x.chunk >= $from AND x.chunk < $until AND x.sinceRun <= $run AND (x.untilRun IS NULL OR x.untilRun > $run)
  RETURN x
  UNION ALL
  MATCH (x:PastAssertion) WHERE x.untilRun > $run AND x.sinceRun <= $run AND x.chunk >= $from AND x.chunk < $until
  RETURN x
}
RETURN x.node AS node, x.dataset AS dataset, x.key AS key, x.chunk AS chunk, x.weight AS weight, x.content AS content, x.sinceRun AS since
