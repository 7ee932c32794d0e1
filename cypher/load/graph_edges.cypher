// Question: all edges at run $run, without what justifies them. Of the statements of one edge only the strongest has the edge's own type: it makes the edge.
// Parameters: $run integer
// Relies on: DirectedRelationshipTypeScan or DirectedAllRelationshipsScan; NodeIndexSeekByRange
CALL () {
  MATCH (a:Entity)-[x:!ALSO_STATED]->(b:Entity) WHERE x.sinceRun <= $run AND (x.untilRun IS NULL OR x.untilRun > $run)
  RETURN x, a.id AS from, b.id AS to, type(x) AS type
  UNION ALL
  MATCH (x:PastEdge) WHERE x.untilRun > $run AND x.sinceRun <= $run AND NOT x.also
  RETURN x, x.from AS from, x.to AS to, x.kind AS type
}
RETURN type, from, to, x.certaintyRank AS certainty,
  CASE WHEN x.qualifier IS NULL AND x.limited IS NULL AND x.assumed IS NULL THEN null
  ELSE x{.disabled, .validFrom, .validUntil, .technique, .assumptions, .effect, .covers, .parts, .detail, .role} END AS details
