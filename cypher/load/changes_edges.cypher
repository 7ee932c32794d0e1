// Question: which statements of edges did the published run $run end, and then which did it make?
// Parameters: $run integer
// Relies on: DirectedRelationshipIndexSeek; NodeIndexSeek
CALL () {
  MATCH (a)-[x:HAS_ACCOUNT]->(b) WHERE x.untilRun = $run RETURN false AS made, type(x) AS type, a.id AS from, b.id AS to, properties(x) AS properties
  UNION ALL
  MATCH (a)-[x:USES]->(b) WHERE x.untilRun = $run RETURN false AS made, type(x) AS type, a.id AS from, b.id AS to, properties(x) AS properties
  UNION ALL
  MATCH (a)-[x:AUTHENTICATES]->(b) WHERE x.untilRun = $run RETURN false AS made, type(x) AS type, a.id AS from, b.id AS to, properties(x) AS properties
  UNION ALL
  MATCH (a)-[x:CAN_ASSUME]->(b) WHERE x.untilRun = $run RETURN false AS made, type(x) AS type, a.id AS from, b.id AS to, properties(x) AS properties
  UNION ALL
  MATCH (a)-[x:MEMBER_OF]->(b) WHERE x.untilRun = $run RETURN false AS made, type(x) AS type, a.id AS from, b.id AS to, properties(x) AS properties
  UNION ALL
  MATCH (a)-[x:HOLDS]->(b) WHERE x.untilRun = $run RETURN false AS made, type(x) AS type, a.id AS from, b.id AS to, properties(x) AS properties
  UNION ALL
  MATCH (a)-[x:INCLUDES]->(b) WHERE x.untilRun = $run RETURN false AS made, type(x) AS type, a.id AS from, b.id AS to, properties(x) AS properties
  UNION ALL
  MATCH (a)-[x:YIELDS]->(b) WHERE x.untilRun = $run RETURN false AS made, type(x) AS type, a.id AS from, b.id AS to, properties(x) AS properties
  UNION ALL
  MATCH (a)-[x:EXPOSED_TO]->(b) WHERE x.untilRun = $run RETURN false AS made, type(x) AS type, a.id AS from, b.id AS to, properties(x) AS properties
  UNION ALL
  MATCH (a)-[x:ON]->(b) WHERE x.untilRun = $run RETURN false AS made, type(x) AS type, a.id AS from, b.id AS to, properties(x) AS properties
  UNION ALL
  MATCH (a)-[x:CONTAINS]->(b) WHERE x.untilRun = $run RETURN false AS made, type(x) AS type, a.id AS from, b.id AS to, properties(x) AS properties
  UNION ALL
  MATCH (a)-[x:CREATED]->(b) WHERE x.untilRun = $run RETURN false AS made, type(x) AS type, a.id AS from, b.id AS to, properties(x) AS properties
  UNION ALL
  MATCH (a)-[x:OWNS]->(b) WHERE x.untilRun = $run RETURN false AS made, type(x) AS type, a.id AS from, b.id AS to, properties(x) AS properties
  UNION ALL
  MATCH (a)-[x:REPORTS_TO]->(b) WHERE x.untilRun = $run RETURN false AS made, type(x) AS type, a.id AS from, b.id AS to, properties(x) AS properties
  UNION ALL
  MATCH (a)-[x:PART_OF]->(b) WHERE x.untilRun = $run RETURN false AS made, type(x) AS type, a.id AS from, b.id AS to, properties(x) AS properties
  UNION ALL
  MATCH (a)-[x:IN_TEAM]->(b) WHERE x.untilRun = $run RETURN false AS made, type(x) AS type, a.id AS from, b.id AS to, properties(x) AS properties
  UNION ALL
  MATCH (a)-[x:STORED_IN]->(b) WHERE x.untilRun = $run RETURN false AS made, type(x) AS type, a.id AS from, b.id AS to, properties(x) AS properties
  UNION ALL
  MATCH (a)-[x:SESSION_OF]->(b) WHERE x.untilRun = $run RETURN false AS made, type(x) AS type, a.id AS from, b.id AS to, properties(x) AS properties
  UNION ALL
  MATCH (a)-[x:EXERCISED]->(b) WHERE x.untilRun = $run RETURN false AS made, type(x) AS type, a.id AS from, b.id AS to, properties(x) AS properties
  UNION ALL
  MATCH (a)-[x:ALSO_STATED]->(b) WHERE x.untilRun = $run RETURN false AS made, type(x) AS type, a.id AS from, b.id AS to, properties(x) AS properties
  UNION ALL
  MATCH (x:PastEdge) WHERE x.untilRun = $run RETURN false AS made, CASE WHEN x.also THEN 'ALSO_STATED' ELSE x.kind END AS type, x.from AS from, x.to AS to, properties(x) AS properties
  UNION ALL
  MATCH (a)-[x:HAS_ACCOUNT]->(b) WHERE x.sinceRun = $run RETURN true AS made, type(x) AS type, a.id AS from, b.id AS to, properties(x) AS properties
  UNION ALL
  MATCH (a)-[x:USES]->(b) WHERE x.sinceRun = $run RETURN true AS made, type(x) AS type, a.id AS from, b.id AS to, properties(x) AS properties
  UNION ALL
  MATCH (a)-[x:AUTHENTICATES]->(b) WHERE x.sinceRun = $run RETURN true AS made, type(x) AS type, a.id AS from, b.id AS to, properties(x) AS properties
  UNION ALL
  MATCH (a)-[x:CAN_ASSUME]->(b) WHERE x.sinceRun = $run RETURN true AS made, type(x) AS type, a.id AS from, b.id AS to, properties(x) AS properties
  UNION ALL
  MATCH (a)-[x:MEMBER_OF]->(b) WHERE x.sinceRun = $run RETURN true AS made, type(x) AS type, a.id AS from, b.id AS to, properties(x) AS properties
  UNION ALL
  MATCH (a)-[x:HOLDS]->(b) WHERE x.sinceRun = $run RETURN true AS made, type(x) AS type, a.id AS from, b.id AS to, properties(x) AS properties
  UNION ALL
  MATCH (a)-[x:INCLUDES]->(b) WHERE x.sinceRun = $run RETURN true AS made, type(x) AS type, a.id AS from, b.id AS to, properties(x) AS properties
  UNION ALL
  MATCH (a)-[x:YIELDS]->(b) WHERE x.sinceRun = $run RETURN true AS made, type(x) AS type, a.id AS from, b.id AS to, properties(x) AS properties
  UNION ALL
  MATCH (a)-[x:EXPOSED_TO]->(b) WHERE x.sinceRun = $run RETURN true AS made, type(x) AS type, a.id AS from, b.id AS to, properties(x) AS properties
  UNION ALL
  MATCH (a)-[x:ON]->(b) WHERE x.sinceRun = $run RETURN true AS made, type(x) AS type, a.id AS from, b.id AS to, properties(x) AS properties
  UNION ALL
  MATCH (a)-[x:CONTAINS]->(b) WHERE x.sinceRun = $run RETURN true AS made, type(x) AS type, a.id AS from, b.id AS to, properties(x) AS properties
  UNION ALL
  MATCH (a)-[x:CREATED]->(b) WHERE x.sinceRun = $run RETURN true AS made, type(x) AS type, a.id AS from, b.id AS to, properties(x) AS properties
  UNION ALL
  MATCH (a)-[x:OWNS]->(b) WHERE x.sinceRun = $run RETURN true AS made, type(x) AS type, a.id AS from, b.id AS to, properties(x) AS properties
  UNION ALL
  MATCH (a)-[x:REPORTS_TO]->(b) WHERE x.sinceRun = $run RETURN true AS made, type(x) AS type, a.id AS from, b.id AS to, properties(x) AS properties
  UNION ALL
  MATCH (a)-[x:PART_OF]->(b) WHERE x.sinceRun = $run RETURN true AS made, type(x) AS type, a.id AS from, b.id AS to, properties(x) AS properties
  UNION ALL
  MATCH (a)-[x:IN_TEAM]->(b) WHERE x.sinceRun = $run RETURN true AS made, type(x) AS type, a.id AS from, b.id AS to, properties(x) AS properties
  UNION ALL
  MATCH (a)-[x:STORED_IN]->(b) WHERE x.sinceRun = $run RETURN true AS made, type(x) AS type, a.id AS from, b.id AS to, properties(x) AS properties
  UNION ALL
  MATCH (a)-[x:SESSION_OF]->(b) WHERE x.sinceRun = $run RETURN true AS made, type(x) AS type, a.id AS from, b.id AS to, properties(x) AS properties
  UNION ALL
  MATCH (a)-[x:EXERCISED]->(b) WHERE x.sinceRun = $run RETURN true AS made, type(x) AS type, a.id AS from, b.id AS to, properties(x) AS properties
  UNION ALL
  MATCH (a)-[x:ALSO_STATED]->(b) WHERE x.sinceRun = $run RETURN true AS made, type(x) AS type, a.id AS from, b.id AS to, properties(x) AS properties
  UNION ALL
  MATCH (x:PastEdge) WHERE x.sinceRun = $run RETURN true AS made, CASE WHEN x.also THEN 'ALSO_STATED' ELSE x.kind END AS type, x.from AS from, x.to AS to, properties(x) AS properties
}
RETURN made, type, from, to, properties
