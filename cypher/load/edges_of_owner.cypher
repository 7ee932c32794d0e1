// Question: what is stated of edges at the places from $from up to $until (excluded), at run $run?
// Parameters: $from, $until integers, places as r.chunk has them; $run integer
// Relies on: DirectedRelationshipIndexSeekByRange; NodeIndexSeekByRange
CALL () {
  MATCH (a)-[x:HAS_ACCOUNT]->(b) WHERE x.chunk >= $from AND x.chunk < $until AND x.sinceRun <= $run AND (x.untilRun IS NULL OR x.untilRun > $run) RETURN type(x) AS type, a.id AS from, b.id AS to, properties(x) AS properties
  UNION ALL
  MATCH (a)-[x:USES]->(b) WHERE x.chunk >= $from AND x.chunk < $until AND x.sinceRun <= $run AND (x.untilRun IS NULL OR x.untilRun > $run) RETURN type(x) AS type, a.id AS from, b.id AS to, properties(x) AS properties
  UNION ALL
  MATCH (a)-[x:AUTHENTICATES]->(b) WHERE x.chunk >= $from AND x.chunk < $until AND x.sinceRun <= $run AND (x.untilRun IS NULL OR x.untilRun > $run) RETURN type(x) AS type, a.id AS from, b.id AS to, properties(x) AS properties
  UNION ALL
  MATCH (a)-[x:CAN_ASSUME]->(b) WHERE x.chunk >= $from AND x.chunk < $until AND x.sinceRun <= $run AND (x.untilRun IS NULL OR x.untilRun > $run) RETURN type(x) AS type, a.id AS from, b.id AS to, properties(x) AS properties
  UNION ALL
  MATCH (a)-[x:MEMBER_OF]->(b) WHERE x.chunk >= $from AND x.chunk < $until AND x.sinceRun <= $run AND (x.untilRun IS NULL OR x.untilRun > $run) RETURN type(x) AS type, a.id AS from, b.id AS to, properties(x) AS properties
  UNION ALL
  MATCH (a)-[x:HOLDS]->(b) WHERE x.chunk >= $from AND x.chunk < $until AND x.sinceRun <= $run AND (x.untilRun IS NULL OR x.untilRun > $run) RETURN type(x) AS type, a.id AS from, b.id AS to, properties(x) AS properties
  UNION ALL
  MATCH (a)-[x:INCLUDES]->(b) WHERE x.chunk >= $from AND x.chunk < $until AND x.sinceRun <= $run AND (x.untilRun IS NULL OR x.untilRun > $run) RETURN type(x) AS type, a.id AS from, b.id AS to, properties(x) AS properties
  UNION ALL
  MATCH (a)-[x:YIELDS]->(b) WHERE x.chunk >= $from AND x.chunk < $until AND x.sinceRun <= $run AND (x.untilRun IS NULL OR x.untilRun > $run) RETURN type(x) AS type, a.id AS from, b.id AS to, properties(x) AS properties
  UNION ALL
  MATCH (a)-[x:EXPOSED_TO]->(b) WHERE x.chunk >= $from AND x.chunk < $until AND x.sinceRun <= $run AND (x.untilRun IS NULL OR x.untilRun > $run) RETURN type(x) AS type, a.id AS from, b.id AS to, properties(x) AS properties
  UNION ALL
  MATCH (a)-[x:ON]->(b) WHERE x.chunk >= $from AND x.chunk < $until AND x.sinceRun <= $run AND (x.untilRun IS NULL OR x.untilRun > $run) RETURN type(x) AS type, a.id AS from, b.id AS to, properties(x) AS properties
  UNION ALL
  MATCH (a)-[x:CONTAINS]->(b) WHERE x.chunk >= $from AND x.chunk < $until AND x.sinceRun <= $run AND (x.untilRun IS NULL OR x.untilRun > $run) RETURN type(x) AS type, a.id AS from, b.id AS to, properties(x) AS properties
  UNION ALL
  MATCH (a)-[x:CREATED]->(b) WHERE x.chunk >= $from AND x.chunk < $until AND x.sinceRun <= $run AND (x.untilRun IS NULL OR x.untilRun > $run) RETURN type(x) AS type, a.id AS from, b.id AS to, properties(x) AS properties
  UNION ALL
  MATCH (a)-[x:OWNS]->(b) WHERE x.chunk >= $from AND x.chunk < $until AND x.sinceRun <= $run AND (x.untilRun IS NULL OR x.untilRun > $run) RETURN type(x) AS type, a.id AS from, b.id AS to, properties(x) AS properties
  UNION ALL
  MATCH (a)-[x:REPORTS_TO]->(b) WHERE x.chunk >= $from AND x.chunk < $until AND x.sinceRun <= $run AND (x.untilRun IS NULL OR x.untilRun > $run) RETURN type(x) AS type, a.id AS from, b.id AS to, properties(x) AS properties
  UNION ALL
  MATCH (a)-[x:PART_OF]->(b) WHERE x.chunk >= $from AND x.chunk < $until AND x.sinceRun <= $run AND (x.untilRun IS NULL OR x.untilRun > $run) RETURN type(x) AS type, a.id AS from, b.id AS to, properties(x) AS properties
  UNION ALL
  MATCH (a)-[x:IN_TEAM]->(b) WHERE x.chunk >= $from AND x.chunk < $until AND x.sinceRun <= $run AND (x.untilRun IS NULL OR x.untilRun > $run) RETURN type(x) AS type, a.id AS from, b.id AS to, properties(x) AS properties
  UNION ALL
  MATCH (a)-[x:STORED_IN]->(b) WHERE x.chunk >= $from AND x.chunk < $until AND x.sinceRun <= $run AND (x.untilRun IS NULL OR x.untilRun > $run) RETURN type(x) AS type, a.id AS from, b.id AS to, properties(x) AS properties
  UNION ALL
  MATCH (a)-[x:SESSION_OF]->(b) WHERE x.chunk >= $from AND x.chunk < $until AND x.sinceRun <= $run AND (x.untilRun IS NULL OR x.untilRun > $run) RETURN type(x) AS type, a.id AS from, b.id AS to, properties(x) AS properties
  UNION ALL
  MATCH (a)-[x:EXERCISED]->(b) WHERE x.chunk >= $from AND x.chunk < $until AND x.sinceRun <= $run AND (x.untilRun IS NULL OR x.untilRun > $run) RETURN type(x) AS type, a.id AS from, b.id AS to, properties(x) AS properties
  UNION ALL
  MATCH (a)-[x:ALSO_STATED]->(b) WHERE x.chunk >= $from AND x.chunk < $until AND x.sinceRun <= $run AND (x.untilRun IS NULL OR x.untilRun > $run) RETURN type(x) AS type, a.id AS from, b.id AS to, properties(x) AS properties
  UNION ALL
  MATCH (x:PastEdge) WHERE x.untilRun > $run AND x.sinceRun <= $run AND x.chunk >= $from AND x.chunk < $until RETURN CASE WHEN x.also THEN 'ALSO_STATED' ELSE x.kind END AS type, x.from AS from, x.to AS to, properties(x) AS properties
}
RETURN type, from, to, properties
