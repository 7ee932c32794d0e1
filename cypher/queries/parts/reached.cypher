// Question: what do these reach by walked edges, themselves among it? The nodes that a blast radius is made of.
// Parameters: $of text list, ids; $floor integer 0..3, the least certaintyRank to walk; $strict boolean; $includeInactive boolean; $includeExposedTo boolean; $maxDepth integer or null; $at integer, Unix seconds;
//   $run integer, the version; $most integer, how many at most.
// Relies on: VarLengthExpand(Pruning,BFS,All); NodeUniqueIndexSeek
UNWIND $of AS id
MATCH (start:Entity {id: id})
MATCH p = (start)-[:HAS_ACCOUNT|USES|AUTHENTICATES|CAN_ASSUME|MEMBER_OF|HOLDS|INCLUDES|YIELDS|EXPOSED_TO*0..]->(reached)
WHERE all(r IN relationships(p) WHERE
    CASE WHEN $strict AND r.assumed AND r.certaintyRank > 1 THEN 1 ELSE r.certaintyRank END >= $floor
    AND ($includeInactive OR r.limited IS NULL OR (r.disabled IS NULL AND coalesce(r.validFrom, $at) <= $at AND coalesce(r.validUntil, $at + 1) > $at))
    AND ($includeExposedTo OR type(r) <> 'EXPOSED_TO')
    AND r.sinceRun <= $run AND coalesce(r.untilRun, $run + 1) > $run)
WITH reached, min(length(p)) AS steps
WHERE steps <= coalesce($maxDepth, steps)
RETURN reached.id AS id
LIMIT $most
