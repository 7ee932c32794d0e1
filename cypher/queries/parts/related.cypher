// Question: which edges make a relation of these nodes? One branch a relation; what an entity's page lists.
// Parameters: $of text list, ids; $relation text; $run integer, the version.
// Relies on: NodeUniqueIndexSeek; Expand(All); VarLengthExpand(Pruning,BFS,All)
UNWIND $of AS id
MATCH (n:Entity {id: id})
CALL (n) {
  WITH n WHERE $relation = 'CREDENTIALS' MATCH (n)<-[r:AUTHENTICATES]-() RETURN r
  UNION ALL WITH n WHERE $relation = 'IDENTITIES' MATCH (n)-[r:AUTHENTICATES]->() RETURN r
  UNION ALL WITH n WHERE $relation = 'CONSUMERS' MATCH (n)<-[r:USES|AUTHENTICATES]-() RETURN r
  UNION ALL WITH n WHERE $relation = 'CONSUMERS' MATCH (n)<-[r:CAN_ASSUME]-(:Consumer) RETURN r
  UNION ALL WITH n WHERE $relation = 'CONSUMERS' MATCH (n)<-[a:AUTHENTICATES]-()<-[r:USES]-() WHERE a.sinceRun <= $run AND coalesce(a.untilRun, $run + 1) > $run RETURN r
  UNION ALL WITH n WHERE $relation = 'USED_CREDENTIALS' MATCH (n)-[r:USES]->() RETURN r
  UNION ALL WITH n WHERE $relation = 'MEMBERS' MATCH (n)<-[r:MEMBER_OF]-() RETURN r
  UNION ALL WITH n WHERE $relation = 'HOLDINGS' MATCH (n)-[r:HOLDS|MEMBER_OF]->() RETURN r
  UNION ALL WITH n WHERE $relation = 'HOLDINGS'
    MATCH p = (n)-[:MEMBER_OF*1..]->(group) WHERE all(m IN relationships(p) WHERE m.sinceRun <= $run AND coalesce(m.untilRun, $run + 1) > $run)
    WITH DISTINCT group MATCH (group)-[r:HOLDS|MEMBER_OF]->() RETURN r
  UNION ALL WITH n WHERE $relation = 'HOLDERS' MATCH (n)<-[r:HOLDS]-() RETURN r
  UNION ALL WITH n WHERE $relation = 'TARGETS' MATCH (n)-[r:ON]->() RETURN r
  UNION ALL WITH n WHERE $relation = 'ACCOUNTS' MATCH (n)-[r:HAS_ACCOUNT]->() RETURN r
  UNION ALL WITH n WHERE $relation = 'CHILDREN' MATCH (n)-[r:CONTAINS]->() RETURN r
  UNION ALL WITH n WHERE $relation = 'STORED_IN' MATCH (n)-[r:STORED_IN]->() RETURN r
  UNION ALL WITH n WHERE $relation = 'CREATORS' MATCH (n)<-[r:CREATED]-() RETURN r
  UNION ALL WITH n WHERE $relation = 'OWNERS' MATCH (n)<-[r:OWNS]-() RETURN r
  UNION ALL WITH n WHERE $relation = 'OWNERS' MATCH (n)-[r:PART_OF|SESSION_OF]->() RETURN r
  UNION ALL WITH n WHERE $relation = 'OWNERS' MATCH (n)-[p:PART_OF|SESSION_OF]->()<-[r:OWNS]-() WHERE p.sinceRun <= $run AND coalesce(p.untilRun, $run + 1) > $run RETURN r
  UNION ALL WITH n WHERE $relation = 'EXPOSED_TO' MATCH (n)<-[r:EXPOSED_TO]-() RETURN r
  UNION ALL WITH n WHERE $relation = 'MANAGERS' MATCH (n)-[r:REPORTS_TO]->() RETURN r
  UNION ALL WITH n WHERE $relation = 'TEAMS' MATCH (n)-[r:IN_TEAM]->() RETURN r
  UNION ALL WITH n WHERE $relation = 'CREATED' MATCH (n)-[r:CREATED]->() RETURN r
  UNION ALL WITH n WHERE $relation = 'OWNED' MATCH (n)-[r:OWNS]->() RETURN r
  UNION ALL WITH n WHERE $relation = 'KNOWN_SECRETS' MATCH (n)-[r:EXPOSED_TO]->() RETURN r
  UNION ALL WITH n WHERE $relation = 'APPLICATIONS' MATCH (n)-[r:PART_OF]->() RETURN r
}
WITH DISTINCT r
WHERE r.sinceRun <= $run AND coalesce(r.untilRun, $run + 1) > $run
RETURN startNode(r).id AS tail, type(r) AS kind, endNode(r).id AS head, r.certaintyRank AS certainty,
  CASE WHEN r.qualifier IS NULL AND r.limited IS NULL AND r.assumed IS NULL THEN null
       ELSE r{.qualifier, .disabled, .validFrom, .validUntil, .technique, .assumptions, .effect, .covers, .parts, .detail} END AS details
