// Question: who can reach these? What leads to them by walked edges, and, where they are resources, what leads to the entitlements that cover them or a container of theirs, excepts honoured; nearest first.
//   The ON edge at the end counts for the distance and not for the most edges.
// Parameters: $of text list, ids; $certainty text, the weakest edge (PROVED, CONDITIONAL, DECLARED, INFERRED); $strict boolean; $includeInactive boolean; $includeExposedTo boolean; $maxDepth integer or null, the most
//   walked edges; $capabilities text list, only by entitlements of these, or empty for all; $at integer, the time asked in Unix seconds; $run integer, the version.
// Relies on: VarLengthExpand(Pruning,BFS,All); NodeUniqueIndexSeek
// To paste: :param {of: ['aws:arn:aws:s3:::acme-prod-customer-data'], certainty: 'INFERRED', strict: false, includeInactive: false, includeExposedTo: false, maxDepth: null, capabilities: [], at: datetime().epochSeconds, run: 9007199254740991}
WITH CASE $certainty WHEN 'PROVED' THEN 3 WHEN 'CONDITIONAL' THEN 2 WHEN 'DECLARED' THEN 1 ELSE 0 END AS floor
UNWIND $of AS id
MATCH (asked:Entity {id: id})
CALL (asked) {
  RETURN asked AS goal, 3 AS strength, 0 AS on
  UNION ALL
  MATCH q = (asked)<-[:CONTAINS*0..]-(container:Resource)
  WHERE all(c IN relationships(q) WHERE c.sinceRun <= $run AND coalesce(c.untilRun, $run + 1) > $run)
  WITH asked, collect(DISTINCT container) AS containers
  UNWIND containers AS container
  MATCH (container)<-[a:ON {effect: 'ALLOW'}]-(hub)
  WHERE (container = asked OR a.covers = 'SUBTREE') AND ($capabilities = [] OR hub.capability IN $capabilities)
    AND ($includeInactive OR a.limited IS NULL OR (a.disabled IS NULL AND coalesce(a.validFrom, $at) <= $at AND coalesce(a.validUntil, $at + 1) > $at))
    AND a.sinceRun <= $run AND coalesce(a.untilRun, $run + 1) > $run
  // The entitlement's excepts that reach as far as the resource: surely (unconditional and PROVED), or perhaps; of parts only what its globs take in.
  CALL (asked, containers, hub, a) {
    OPTIONAL MATCH (hub)-[e:ON {effect: 'EXCEPT'}]->(excepted)
    WHERE excepted IN containers AND (excepted = asked OR e.covers = 'SUBTREE') AND (e.covers <> 'PARTS' OR a.covers = 'PARTS')
      AND (e.limited IS NULL OR (e.disabled IS NULL AND coalesce(e.validFrom, $at) <= $at AND coalesce(e.validUntil, $at + 1) > $at))
      AND e.sinceRun <= $run AND coalesce(e.untilRun, $run + 1) > $run
    UNWIND coalesce(e.parts, [null]) AS glob
    WITH e, '(?s)\\Q' + replace(replace(glob, '*', '\\E.*\\Q'), '?', '\\E[^*]\\Q') + '\\E' AS pattern, e.certaintyRank = 3 AND NOT ($strict AND coalesce(e.assumed, false)) AND e.conditions IS NULL AS surely
    RETURN coalesce(max(CASE WHEN e.covers <> 'PARTS' AND surely THEN 1 END), 0) = 1 AS without, coalesce(max(CASE WHEN e.covers <> 'PARTS' THEN 1 END), 0) = 1 AS doubted,
      collect(CASE WHEN e.covers = 'PARTS' AND surely THEN pattern END) AS sure, collect(CASE WHEN e.covers = 'PARTS' THEN pattern END) AS any
  }
  WITH hub, without, doubted, sure, any, coalesce(a.parts, []) AS parts, CASE WHEN $strict AND a.assumed AND a.certaintyRank > 1 THEN 1 ELSE a.certaintyRank END AS rank
  WITH hub, CASE WHEN without OR (parts <> [] AND all(part IN parts WHERE any(pattern IN sure WHERE part =~ pattern))) THEN -1
                 WHEN rank > 2 AND (doubted OR (parts <> [] AND all(part IN parts WHERE any(pattern IN any WHERE part =~ pattern)))) THEN 2
                 ELSE rank END AS rank
  RETURN hub AS goal, max(rank) AS strength, 1 AS on
}
WITH floor, goal, strength, on
WHERE strength >= floor
UNWIND range(floor, strength) AS level
MATCH p = (goal)<-[:HAS_ACCOUNT|USES|AUTHENTICATES|CAN_ASSUME|MEMBER_OF|HOLDS|INCLUDES|YIELDS|EXPOSED_TO*0..]-(reaching)
WHERE all(r IN relationships(p) WHERE
    CASE WHEN $strict AND r.assumed AND r.certaintyRank > 1 THEN 1 ELSE r.certaintyRank END >= level
    AND ($includeInactive OR r.limited IS NULL OR (r.disabled IS NULL AND coalesce(r.validFrom, $at) <= $at AND coalesce(r.validUntil, $at + 1) > $at))
    AND ($includeExposedTo OR type(r) <> 'EXPOSED_TO')
    AND r.sinceRun <= $run AND coalesce(r.untilRun, $run + 1) > $run)
WITH reaching, goal, on, level, min(length(p)) AS steps
WHERE steps <= coalesce($maxDepth, steps) AND NOT reaching.id IN $of
WITH reaching, min(steps + on) AS distance, max(level) AS strongest
RETURN reaching.id AS id, reaching.name AS name, [label IN labels(reaching) WHERE label <> 'Entity'] AS kinds, distance, ['INFERRED', 'DECLARED', 'CONDITIONAL', 'PROVED'][strongest] AS certainty
ORDER BY distance, id
