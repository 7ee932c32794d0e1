// Question: which entitlements name these resources or what contains them, to allow or to except it?
// Parameters: $of text list, ids; $run integer, the version.
// Relies on: NodeUniqueIndexSeek; VarLengthExpand(Pruning,BFS,All)
UNWIND $of AS id
MATCH (asked:Entity {id: id})
MATCH q = (asked)<-[:CONTAINS*0..]-(target:Resource)
WHERE all(c IN relationships(q) WHERE c.sinceRun <= $run AND coalesce(c.untilRun, $run + 1) > $run)
WITH DISTINCT target
MATCH (target)<-[r:ON]-(hub:Entity)
WHERE r.sinceRun <= $run AND coalesce(r.untilRun, $run + 1) > $run
RETURN hub.id AS tail, type(r) AS kind, target.id AS head, r.certaintyRank AS certainty,
  CASE WHEN r.qualifier IS NULL AND r.limited IS NULL AND r.assumed IS NULL THEN null
       ELSE r{.qualifier, .disabled, .validFrom, .validUntil, .technique, .assumptions, .effect, .covers, .parts, .detail} END AS details
