// Question: these nodes at run $run. A node comes from the states that a published run staged, else from the graph, else from its past; the first that is there counts.
// Parameters: $ids list of ids; $run integer
// Relies on: NodeUniqueIndexSeek; NodeIndexSeek
UNWIND $ids AS id
CALL (id) {
  MATCH (x:NextState {id: id}) WHERE x.sinceRun <= $run
  RETURN x, x.kinds AS kinds
  UNION ALL
  MATCH (x:Entity {id: id}) WHERE x.sinceRun <= $run AND (x.untilRun IS NULL OR x.untilRun > $run)
  RETURN x, labels(x) AS kinds
  UNION ALL
  MATCH (x:PastNode {id: id}) WHERE x.untilRun > $run AND x.sinceRun <= $run
  RETURN x, x.kinds AS kinds
}
RETURN kinds, properties(x) AS properties, x.firstRun AS firstRun
