// Question: all nodes at run $run with the properties that a graph in memory keeps.
// Parameters: $run integer; $columns list of property names
// Relies on: NodeByLabelScan or NodeIndexSeekByRange
CALL () {
  MATCH (x:Entity) WHERE x.sinceRun <= $run AND (x.untilRun IS NULL OR x.untilRun > $run)
  RETURN x, labels(x) AS kinds
  UNION ALL
  MATCH (x:PastNode) WHERE x.untilRun > $run AND x.sinceRun <= $run
  RETURN x, x.kinds AS kinds
}
RETURN x.id AS id, kinds, [name IN $columns | x[name]] AS columns
