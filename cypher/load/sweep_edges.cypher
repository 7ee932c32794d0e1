// Question: moves at most $most edges that the published run $run ended out of the graph, into PastEdge.
// Parameters: $lease text; $leaseFor integer milliseconds; $run, $most integers
// Relies on: DirectedRelationshipIndexSeekByRange
MATCH (s:Store {name: 'nhigraph'})
SET s.locked = timestamp()
WITH s WHERE s.lease = $lease
SET s.leaseUntil = timestamp() + $leaseFor, s.moves = s.moves + 2
WITH s
CALL () {
  MATCH (a)-[r:HAS_ACCOUNT]->(b) WHERE r.untilRun <= $run RETURN a, r, b
  UNION ALL
  MATCH (a)-[r:USES]->(b) WHERE r.untilRun <= $run RETURN a, r, b
  UNION ALL
  MATCH (a)-[r:AUTHENTICATES]->(b) WHERE r.untilRun <= $run RETURN a, r, b
  UNION ALL
  MATCH (a)-[r:CAN_ASSUME]->(b) WHERE r.untilRun <= $run RETURN a, r, b
  UNION ALL
  MATCH (a)-[r:MEMBER_OF]->(b) WHERE r.untilRun <= $run RETURN a, r, b
  UNION ALL
  MATCH (a)-[r:HOLDS]->(b) WHERE r.untilRun <= $run RETURN a, r, b
  UNION ALL
  MATCH (a)-[r:INCLUDES]->(b) WHERE r.untilRun <= $run RETURN a, r, b
  UNION ALL
  MATCH (a)-[r:YIELDS]->(b) WHERE r.untilRun <= $run RETURN a, r, b
  UNION ALL
  MATCH (a)-[r:EXPOSED_TO]->(b) WHERE r.untilRun <= $run RETURN a, r, b
  UNION ALL
  MATCH (a)-[r:ON]->(b) WHERE r.untilRun <= $run RETURN a, r, b
  UNION ALL
  MATCH (a)-[r:CONTAINS]->(b) WHERE r.untilRun <= $run RETURN a, r, b
  UNION ALL
  MATCH (a)-[r:CREATED]->(b) WHERE r.untilRun <= $run RETURN a, r, b
  UNION ALL
  MATCH (a)-[r:OWNS]->(b) WHERE r.untilRun <= $run RETURN a, r, b
  UNION ALL
  MATCH (a)-[r:REPORTS_TO]->(b) WHERE r.untilRun <= $run RETURN a, r, b
  UNION ALL
  MATCH (a)-[r:PART_OF]->(b) WHERE r.untilRun <= $run RETURN a, r, b
  UNION ALL
  MATCH (a)-[r:IN_TEAM]->(b) WHERE r.untilRun <= $run RETURN a, r, b
  UNION ALL
  MATCH (a)-[r:STORED_IN]->(b) WHERE r.untilRun <= $run RETURN a, r, b
  UNION ALL
  MATCH (a)-[r:SESSION_OF]->(b) WHERE r.untilRun <= $run RETURN a, r, b
  UNION ALL
  MATCH (a)-[r:EXERCISED]->(b) WHERE r.untilRun <= $run RETURN a, r, b
  UNION ALL
  MATCH (a)-[r:ALSO_STATED]->(b) WHERE r.untilRun <= $run RETURN a, r, b
}
WITH a, r, b LIMIT $most
CREATE (p:PastEdge)
SET p = properties(r), p.from = a.id, p.to = b.id, p.kind = coalesce(r.kind, type(r)), p.also = r.kind IS NOT NULL
DELETE r
RETURN count(*) AS moved
