// Question: what falls if these fall? What they reach by walked edges, nearest first, and how surely; what their entitlements are for is blast_radius_resources.
// Parameters: $of text list, ids; $certainty text, the weakest edge to walk (PROVED, CONDITIONAL, DECLARED, INFERRED); $strict boolean, what rests on unread restrictions counts as DECLARED; $includeInactive boolean;
//   $includeExposedTo boolean; $maxDepth integer or null, the most edges; $at integer, the time asked in Unix seconds; $run integer, the version.
// Relies on: VarLengthExpand(Pruning,BFS,All); NodeUniqueIndexSeek
// To paste: :param {of: ['aws:access-key:AKIAFORGOTTENEXAMPLE'], certainty: 'INFERRED', strict: false, includeInactive: false, includeExposedTo: false, maxDepth: null, at: datetime().epochSeconds, run: 9007199254740991}
WITH CASE $certainty WHEN 'PROVED' THEN 3 WHEN 'CONDITIONAL' THEN 2 WHEN 'DECLARED' THEN 1 ELSE 0 END AS floor
UNWIND range(floor, 3) AS level
UNWIND $of AS id
MATCH (start:Entity {id: id})
MATCH p = (start)-[:HAS_ACCOUNT|USES|AUTHENTICATES|CAN_ASSUME|MEMBER_OF|HOLDS|INCLUDES|YIELDS|EXPOSED_TO*1..]->(reached)
WHERE all(r IN relationships(p) WHERE
    CASE WHEN $strict AND r.assumed AND r.certaintyRank > 1 THEN 1 ELSE r.certaintyRank END >= level
    AND ($includeInactive OR r.limited IS NULL OR (r.disabled IS NULL AND coalesce(r.validFrom, $at) <= $at AND coalesce(r.validUntil, $at + 1) > $at))
    AND ($includeExposedTo OR type(r) <> 'EXPOSED_TO')
    AND r.sinceRun <= $run AND coalesce(r.untilRun, $run + 1) > $run)
WITH reached, level, min(length(p)) AS steps
WHERE steps <= coalesce($maxDepth, steps) AND NOT reached.id IN $of
WITH reached, min(steps) AS distance, max(level) AS strongest
RETURN reached.id AS id, reached.name AS name, [label IN labels(reached) WHERE label <> 'Entity'] AS kinds, distance, ['INFERRED', 'DECLARED', 'CONDITIONAL', 'PROVED'][strongest] AS certainty
ORDER BY distance, id
