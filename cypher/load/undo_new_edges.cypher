// Question: takes away at most $most edges that the unpublished run $run made.
// Parameters: $lease text; $leaseFor integer milliseconds; $run, $most integers
// Relies on: DirectedRelationshipIndexSeek
MATCH (s:Store {name: 'nhigraph'})
SET s.locked = timestamp()
WITH s WHERE s.lease = $lease
SET s.leaseUntil = timestamp() + $leaseFor
WITH s
CALL () {
  MATCH ()-[r:HAS_ACCOUNT]->() WHERE r.sinceRun = $run RETURN r
  UNION ALL
  MATCH ()-[r:USES]->() WHERE r.sinceRun = $run RETURN r
  UNION ALL
  MATCH ()-[r:AUTHENTICATES]->() WHERE r.sinceRun = $run RETURN r
  UNION ALL
  MATCH ()-[r:CAN_ASSUME]->() WHERE r.sinceRun = $run RETURN r
  UNION ALL
  MATCH ()-[r:MEMBER_OF]->() WHERE r.sinceRun = $run RETURN r
  UNION ALL
  MATCH ()-[r:HOLDS]->() WHERE r.sinceRun = $run RETURN r
  UNION ALL
  MATCH ()-[r:INCLUDES]->() WHERE r.sinceRun = $run RETURN r
  UNION ALL
  MATCH ()-[r:YIELDS]->() WHERE r.sinceRun = $run RETURN r
  UNION ALL
  MATCH ()-[r:EXPOSED_TO]->() WHERE r.sinceRun = $run RETURN r
  UNION ALL
  MATCH ()-[r:ON]->() WHERE r.sinceRun = $run RETURN r
  UNION ALL
  MATCH ()-[r:CONTAINS]->() WHERE r.sinceRun = $run RETURN r
  UNION ALL
  MATCH ()-[r:CREATED]->() WHERE r.sinceRun = $run RETURN r
  UNION ALL
  MATCH ()-[r:OWNS]->() WHERE r.sinceRun = $run RETURN r
  UNION ALL
  MATCH ()-[r:REPORTS_TO]->() WHERE r.sinceRun = $run RETURN r
  UNION ALL
  MATCH ()-[r:PART_OF]->() WHERE r.sinceRun = $run RETURN r
  UNION ALL
  MATCH ()-[r:IN_TEAM]->() WHERE r.sinceRun = $run RETURN r
  UNION ALL
  MATCH ()-[r:STORED_IN]->() WHERE r.sinceRun = $run RETURN r
  UNION ALL
  MATCH ()-[r:SESSION_OF]->() WHERE r.sinceRun = $run RETURN r
  UNION ALL
  MATCH ()-[r:EXERCISED]->() WHERE r.sinceRun = $run RETURN r
  UNION ALL
  MATCH ()-[r:ALSO_STATED]->() WHERE r.sinceRun = $run RETURN r
}
WITH r LIMIT $most
DELETE r
RETURN count(*) AS undone
