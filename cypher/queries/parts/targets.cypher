// Question: what do the entitlements among these name, to allow or to except it?
// Parameters: $of text list, ids; $run integer, the version.
// Relies on: NodeUniqueIndexSeek; Expand(All)
UNWIND $of AS id
MATCH (hub:Entity {id: id})-[r:ON]->(target:Entity)
WHERE r.sinceRun <= $run AND coalesce(r.untilRun, $run + 1) > $run
RETURN id AS tail, type(r) AS kind, target.id AS head, r.certaintyRank AS certainty,
  CASE WHEN r.qualifier IS NULL AND r.limited IS NULL AND r.assumed IS NULL THEN null
       ELSE r{.qualifier, .disabled, .validFrom, .validUntil, .technique, .assumptions, .effect, .covers, .parts, .detail} END AS details
