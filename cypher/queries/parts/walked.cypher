// Question: which walked edges leave these nodes?
// Parameters: $of text list, ids; $floor integer 0..3, the least certaintyRank; $strict boolean; $includeInactive boolean; $includeExposedTo boolean; $at integer, Unix seconds; $run integer, the version.
// Relies on: NodeUniqueIndexSeek; Expand(All)
UNWIND $of AS id
MATCH (n:Entity {id: id})-[r:HAS_ACCOUNT|USES|AUTHENTICATES|CAN_ASSUME|MEMBER_OF|HOLDS|INCLUDES|YIELDS|EXPOSED_TO]->(head:Entity)
WHERE CASE WHEN $strict AND r.assumed AND r.certaintyRank > 1 THEN 1 ELSE r.certaintyRank END >= $floor
  AND ($includeInactive OR r.limited IS NULL OR (r.disabled IS NULL AND coalesce(r.validFrom, $at) <= $at AND coalesce(r.validUntil, $at + 1) > $at))
  AND ($includeExposedTo OR type(r) <> 'EXPOSED_TO')
  AND r.sinceRun <= $run AND coalesce(r.untilRun, $run + 1) > $run
RETURN id AS tail, type(r) AS kind, head.id AS head, r.certaintyRank AS certainty,
  CASE WHEN r.qualifier IS NULL AND r.limited IS NULL AND r.assumed IS NULL THEN null
       ELSE r{.qualifier, .disabled, .validFrom, .validUntil, .technique, .assumptions, .effect, .covers, .parts, .detail} END AS details
