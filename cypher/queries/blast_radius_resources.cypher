// Question: what are the entitlements for that fall if these fall? Resources with what is proved and what is possible on them: per entitlement what it allows minus what it excepts, then all together.
//   Containers are told only where they are administered. What two containers claim counts as contained in both; NhiGraph itself keeps one parent and reports the other.
// Parameters: $of text list, ids; $certainty text, the weakest edge (PROVED, CONDITIONAL, DECLARED, INFERRED); $strict boolean; $includeInactive boolean; $includeExposedTo boolean; $maxDepth integer or null, the most
//   walked edges; $capabilities text list, only these, or empty for all; $at integer, the time asked in Unix seconds; $run integer, the version.
// Relies on: VarLengthExpand(Pruning,BFS,All); NodeUniqueIndexSeek
// To paste: :param {of: ['aws:access-key:AKIAFORGOTTENEXAMPLE'], certainty: 'INFERRED', strict: false, includeInactive: false, includeExposedTo: false, maxDepth: null, capabilities: [], at: datetime().epochSeconds, run: 9007199254740991}
WITH CASE $certainty WHEN 'PROVED' THEN 3 WHEN 'CONDITIONAL' THEN 2 WHEN 'DECLARED' THEN 1 ELSE 0 END AS floor
UNWIND range(floor, 3) AS level
UNWIND $of AS id
MATCH (start:Entity {id: id})
MATCH p = (start)-[:HAS_ACCOUNT|USES|AUTHENTICATES|CAN_ASSUME|MEMBER_OF|HOLDS|INCLUDES|YIELDS|EXPOSED_TO*0..]->(hub)
WHERE all(r IN relationships(p) WHERE
    CASE WHEN $strict AND r.assumed AND r.certaintyRank > 1 THEN 1 ELSE r.certaintyRank END >= level
    AND ($includeInactive OR r.limited IS NULL OR (r.disabled IS NULL AND coalesce(r.validFrom, $at) <= $at AND coalesce(r.validUntil, $at + 1) > $at))
    AND ($includeExposedTo OR type(r) <> 'EXPOSED_TO')
    AND r.sinceRun <= $run AND coalesce(r.untilRun, $run + 1) > $run)
WITH floor, hub, level, min(length(p)) AS steps
WHERE hub:Entitlement AND steps <= coalesce($maxDepth, steps) AND ($capabilities = [] OR hub.capability IN $capabilities)
WITH floor, hub, min(steps) + 1 AS distance, max(level) AS strength
// What the entitlement excepts: surely (an unconditional PROVED except that holds), or perhaps.
CALL (hub) {
  OPTIONAL MATCH (hub)-[e:ON {effect: 'EXCEPT'}]->(target)
  WHERE e.covers <> 'PARTS' AND (e.limited IS NULL OR (e.disabled IS NULL AND coalesce(e.validFrom, $at) <= $at AND coalesce(e.validUntil, $at + 1) > $at))
    AND e.sinceRun <= $run AND coalesce(e.untilRun, $run + 1) > $run
  OPTIONAL MATCH q = (target WHERE e.covers = 'SUBTREE')-[:CONTAINS*0..]->(under)
  WHERE all(c IN relationships(q) WHERE c.sinceRun <= $run AND coalesce(c.untilRun, $run + 1) > $run)
  WITH DISTINCT coalesce(under, target) AS x, e.certaintyRank = 3 AND NOT ($strict AND coalesce(e.assumed, false)) AND e.conditions IS NULL AS surely
  RETURN collect(CASE WHEN surely THEN x END) AS without, collect(CASE WHEN NOT surely THEN x END) AS doubted
}
MATCH (hub)-[a:ON {effect: 'ALLOW'}]->(target)
WHERE ($includeInactive OR a.limited IS NULL OR (a.disabled IS NULL AND coalesce(a.validFrom, $at) <= $at AND coalesce(a.validUntil, $at + 1) > $at))
  AND a.sinceRun <= $run AND coalesce(a.untilRun, $run + 1) > $run
// An except of parts takes away those allowed parts that its globs take in.
CALL (hub, a, target) {
  OPTIONAL MATCH (hub)-[e:ON {effect: 'EXCEPT', covers: 'PARTS'}]->(target)
  WHERE a.covers = 'PARTS' AND (e.limited IS NULL OR (e.disabled IS NULL AND coalesce(e.validFrom, $at) <= $at AND coalesce(e.validUntil, $at + 1) > $at))
    AND e.sinceRun <= $run AND coalesce(e.untilRun, $run + 1) > $run
  UNWIND coalesce(e.parts, [null]) AS glob
  WITH '(?s)\\Q' + replace(replace(glob, '*', '\\E.*\\Q'), '?', '\\E[^*]\\Q') + '\\E' AS pattern, e.certaintyRank = 3 AND NOT ($strict AND coalesce(e.assumed, false)) AND e.conditions IS NULL AS surely
  RETURN collect(CASE WHEN surely THEN pattern END) AS sure, collect(pattern) AS any
}
WITH floor, hub, distance, strength, without, doubted, a, target, coalesce(a.parts, []) AS parts, sure, any,
  CASE WHEN $strict AND a.assumed AND a.certaintyRank > 1 THEN 1 ELSE a.certaintyRank END AS rank
WITH floor, hub, distance, strength, without, doubted, a, target,
  CASE WHEN parts = [] THEN rank
       WHEN all(part IN parts WHERE any(pattern IN sure WHERE part =~ pattern)) THEN -1
       WHEN rank > 2 AND all(part IN parts WHERE any(pattern IN any WHERE part =~ pattern)) THEN 2
       ELSE rank END AS rank
OPTIONAL MATCH q = (target WHERE a.covers = 'SUBTREE')-[:CONTAINS*0..]->(under)
WHERE all(c IN relationships(q) WHERE c.sinceRun <= $run AND coalesce(c.untilRun, $run + 1) > $run)
WITH floor, hub, distance, strength, without, doubted, rank, coalesce(under, target) AS resource
WITH DISTINCT floor, hub, distance, strength, resource, CASE WHEN resource IN without THEN -1 WHEN rank > 2 AND resource IN doubted THEN 2 ELSE rank END AS rank
WITH hub, distance, resource, CASE WHEN rank < strength THEN rank ELSE strength END AS rank, floor
WHERE rank >= floor AND NOT resource.id IN $of
WITH resource, min(distance) AS distance, max(rank) AS strongest, collect(DISTINCT CASE WHEN rank = 3 THEN hub.capability END) AS proved, collect(DISTINCT hub.capability) AS possible
WHERE resource.trait <> 'CONTAINER' OR 'ADMINISTER' IN possible
RETURN resource.id AS id, resource.name AS name, resource.resourceType AS type, resource.sensitivity AS sensitivity, distance, ['INFERRED', 'DECLARED', 'CONDITIONAL', 'PROVED'][strongest] AS certainty, proved, possible
ORDER BY distance, id
