// Question: which actors can do things that no single actor may? One row a rule and smallest actor: all who can become each other and so act as one, with the accounts where they can. Nobody they control can do the same.
//   Administrators of an account are reported as such, and by no rule about that account. Exceptions are the API's to know.
//   Accounts of some hundred identities take seconds, one of 1,076 took 71 s on two cores; the whole estate of 1M nodes and 5M edges is not answered within 120 s, so that the API asks the graph in memory with either engine.
// Parameters: $rules list of {id: text, anywhere: boolean, parts: list of {capabilities: text list, sensitivity: text or null, environments: text list in small letters, types: text list, tag: {name, value} or null}}: all parts of a
//   rule must come together, in one account unless anywhere; a part is any of its capabilities on a resource that has all that is given, with empty for any. $accounts text list, scopes of which resources count, or empty for all;
//   $certainty text, the weakest edge (PROVED, CONDITIONAL, DECLARED, INFERRED); $at integer, the time asked in Unix seconds; $run integer, the version.
// Relies on: VarLengthExpand(Pruning,BFS,All); NodeByLabelScan
// To paste: :param {rules: [{id: 'deploy-hide-read', anywhere: false, parts: [{capabilities: ['DEPLOY_CODE'], sensitivity: null, environments: [], types: [], tag: null}, {capabilities: ['MODIFY_LOGGING'], sensitivity: null, environments: [], types: [], tag: null}, {capabilities: ['READ_DATA'], sensitivity: 'CONFIDENTIAL', environments: [], types: [], tag: null}]}], accounts: [], certainty: 'INFERRED', at: datetime().epochSeconds, run: 9007199254740991}
WITH CASE $certainty WHEN 'PROVED' THEN 3 WHEN 'CONDITIONAL' THEN 2 WHEN 'DECLARED' THEN 1 ELSE 0 END AS floor,
  [{id: 'administrators', anywhere: false, parts: [{capabilities: ['ADMINISTER'], sensitivity: null, environments: [], types: ['ACCOUNT', 'TENANT', 'ORGANIZATION', 'CLUSTER'], tag: null}]}] + $rules AS rules
WITH floor, reduce(all = [], rule IN rules | all + [n IN range(0, size(rule.parts) - 1) | {rule: rule.id, number: n, capabilities: rule.parts[n].capabilities, sensitivity: rule.parts[n].sensitivity,
    environments: rule.parts[n].environments, types: rule.parts[n].types, tag: rule.parts[n].tag}]) AS parts
// Which parts each entitlement gives by itself, account by account: by what it allows but for what is surely excepted.
CALL () {
  WITH * WHERE $accounts = []
  MATCH (hub:Entitlement)
  RETURN hub
  UNION
  WITH * WHERE $accounts <> []
  MATCH (resource:Resource) WHERE resource.scope IN $accounts
  MATCH (resource)<-[:CONTAINS*0..]-(target:Resource)
  WITH DISTINCT target
  MATCH (target)<-[:ON {effect: 'ALLOW'}]-(hub:Entitlement)
  RETURN DISTINCT hub
}
WITH floor, parts, hub
WHERE any(part IN parts WHERE hub.capability IN part.capabilities) AND hub.sinceRun <= $run AND coalesce(hub.untilRun, $run + 1) > $run
CALL (floor, parts, hub) {
  CALL (hub) {
    OPTIONAL MATCH (hub)-[e:ON {effect: 'EXCEPT'}]->(target)
    WHERE e.covers <> 'PARTS' AND e.certaintyRank = 3 AND e.conditions IS NULL AND e.sinceRun <= $run AND coalesce(e.untilRun, $run + 1) > $run
      AND (e.limited IS NULL OR (e.disabled IS NULL AND coalesce(e.validFrom, $at) <= $at AND coalesce(e.validUntil, $at + 1) > $at))
    OPTIONAL MATCH q = (target WHERE e.covers = 'SUBTREE')-[:CONTAINS*0..]->(under)
    WHERE all(c IN relationships(q) WHERE c.sinceRun <= $run AND coalesce(c.untilRun, $run + 1) > $run)
    RETURN collect(DISTINCT coalesce(under, target)) AS without
  }
  CALL (hub) {
    OPTIONAL MATCH (hub)-[e:ON {effect: 'EXCEPT'}]->(target)
    WHERE e.covers <> 'PARTS' AND e.sinceRun <= $run AND coalesce(e.untilRun, $run + 1) > $run
      AND (e.limited IS NULL OR (e.disabled IS NULL AND coalesce(e.validFrom, $at) <= $at AND coalesce(e.validUntil, $at + 1) > $at))
    OPTIONAL MATCH q = (target WHERE e.covers = 'SUBTREE')-[:CONTAINS*0..]->(under)
    WHERE all(c IN relationships(q) WHERE c.sinceRun <= $run AND coalesce(c.untilRun, $run + 1) > $run)
    RETURN collect(DISTINCT coalesce(under, target)) AS doubted
  }
  MATCH (hub)-[a:ON {effect: 'ALLOW'}]->(target)
  WHERE a.certaintyRank >= floor AND (a.limited IS NULL OR (a.disabled IS NULL AND coalesce(a.validFrom, $at) <= $at AND coalesce(a.validUntil, $at + 1) > $at)) AND a.sinceRun <= $run AND coalesce(a.untilRun, $run + 1) > $run
  CALL (hub, a, target) {
    OPTIONAL MATCH (hub)-[e:ON {effect: 'EXCEPT', covers: 'PARTS'}]->(target)
    WHERE a.covers = 'PARTS' AND (e.limited IS NULL OR (e.disabled IS NULL AND coalesce(e.validFrom, $at) <= $at AND coalesce(e.validUntil, $at + 1) > $at))
      AND e.sinceRun <= $run AND coalesce(e.untilRun, $run + 1) > $run
    UNWIND coalesce(e.parts, [null]) AS glob
    WITH '(?s)\\Q' + replace(replace(glob, '*', '\\E.*\\Q'), '?', '\\E[^*]\\Q') + '\\E' AS pattern, e.certaintyRank = 3 AND e.conditions IS NULL AS surely
    RETURN collect(CASE WHEN surely THEN pattern END) AS sure, collect(pattern) AS any
  }
  WITH hub, a, target, without, doubted,
    CASE WHEN coalesce(a.parts, []) = [] THEN a.certaintyRank
         WHEN all(part IN a.parts WHERE any(pattern IN sure WHERE part =~ pattern)) THEN -1
         WHEN a.certaintyRank > 2 AND all(part IN a.parts WHERE any(pattern IN any WHERE part =~ pattern)) THEN 2
         ELSE a.certaintyRank END AS rank
  WHERE rank >= floor
  OPTIONAL MATCH q = (target WHERE a.covers = 'SUBTREE')-[:CONTAINS*0..]->(under)
  WHERE all(c IN relationships(q) WHERE c.sinceRun <= $run AND coalesce(c.untilRun, $run + 1) > $run)
  WITH hub, without, doubted, coalesce(under, target) AS resource
  WHERE NOT resource IN without AND (floor < 3 OR NOT resource IN doubted) AND ($accounts = [] OR resource.scope IN $accounts)
  WITH DISTINCT hub, resource
  UNWIND parts AS part
  WITH hub, resource, part
  WHERE hub.capability IN part.capabilities
    AND (part.types = [] OR coalesce(resource.resourceType, 'UNKNOWN') IN part.types)
    AND (part.sensitivity IS NULL OR (resource.trait IN ['HOLDS_DATA', 'RUNS_CODE'] AND resource.sensitivity IN CASE part.sensitivity WHEN 'RESTRICTED' THEN ['RESTRICTED'] WHEN 'CONFIDENTIAL' THEN ['CONFIDENTIAL', 'RESTRICTED']
      WHEN 'INTERNAL' THEN ['INTERNAL', 'CONFIDENTIAL', 'RESTRICTED'] ELSE ['PUBLIC', 'INTERNAL', 'CONFIDENTIAL', 'RESTRICTED'] END))
    AND (part.tag IS NULL OR toString(resource[part.tag.name]) = part.tag.value)
    AND (part.environments = [] OR EXISTS {
      // Its own environment, else that of the nearest container that has one.
      MATCH q = (resource)<-[:CONTAINS*0..]-(container)
      WHERE toLower(container.environment) IN part.environments AND none(inner IN nodes(q)[..-1] WHERE inner.environment IS NOT NULL) AND all(c IN relationships(q) WHERE c.sinceRun <= $run AND coalesce(c.untilRun, $run + 1) > $run)
    })
  RETURN collect(DISTINCT [part.rule, part.number, coalesce(resource.scope, '')]) AS given
}
WITH floor, hub, given
WHERE given <> []
// Who comes by them: parts go from each entitlement against the walked edges, each node once.
CALL (floor, hub) {
  MATCH p = (hub)<-[:HAS_ACCOUNT|USES|AUTHENTICATES|CAN_ASSUME|MEMBER_OF|HOLDS|INCLUDES|YIELDS*0..]-(actor)
  WHERE all(r IN relationships(p) WHERE
      r.certaintyRank >= floor
      AND (r.limited IS NULL OR (r.disabled IS NULL AND coalesce(r.validFrom, $at) <= $at AND coalesce(r.validUntil, $at + 1) > $at))
      AND r.sinceRun <= $run AND coalesce(r.untilRun, $run + 1) > $run)
  WITH DISTINCT actor
  WHERE actor:Human OR actor:Credential OR actor:Identity OR (actor:Consumer AND coalesce(actor.consumerType, '') <> 'CLOUD_SERVICE')
  RETURN actor
}
UNWIND given AS give
WITH floor, actor, collect(DISTINCT give) AS given
WITH floor, actor, [give IN given WHERE give[0] = 'administrators' AND give[2] <> '' | give[2]] AS administered, given
// Which rules each covers, and where; as an administrator of an account by no other rule about it.
UNWIND $rules + [{id: 'administrators', anywhere: false, parts: [null]}] AS rule
WITH floor, actor, rule, [give IN given WHERE give[0] = rule.id AND (rule.id = 'administrators' OR NOT give[2] IN administered)] AS given
CALL (rule, given) {
  UNWIND given AS give
  WITH rule, give[1] AS number, CASE WHEN rule.anywhere THEN '' ELSE give[2] END AS account
  WHERE rule.anywhere OR account <> ''
  WITH rule, account, count(DISTINCT number) AS together
  WHERE together = size(rule.parts)
  RETURN account
}
// Who controls whom among those who cover something: of whoever covers the same, only those who control none that does not control them.
WITH floor, actor, collect([rule.id, account]) AS covers
WITH floor, collect({actor: actor, covers: covers}) AS covering, collect(actor) AS actors
CALL (floor, actors) {
  UNWIND actors AS one
  CALL (floor, one) {
    MATCH p = (one)-[:HAS_ACCOUNT|USES|AUTHENTICATES|CAN_ASSUME|MEMBER_OF|HOLDS|INCLUDES|YIELDS*0..]->(other)
    WHERE all(r IN relationships(p) WHERE
        r.certaintyRank >= floor
        AND (r.limited IS NULL OR (r.disabled IS NULL AND coalesce(r.validFrom, $at) <= $at AND coalesce(r.validUntil, $at + 1) > $at))
        AND r.sinceRun <= $run AND coalesce(r.untilRun, $run + 1) > $run)
    RETURN DISTINCT other
  }
  WITH one, other
  WHERE other IN actors
  RETURN one, collect(other) AS controls
}
WITH covering, collect({actor: one, controls: controls}) AS control
UNWIND covering AS one
WITH covering, control, one, [c IN control WHERE c.actor = one.actor | c.controls][0] AS controls
WITH covering, control, one, controls, [c IN control WHERE c.actor IN controls AND one.actor IN c.controls | c.actor] AS members
WITH one, members, [c IN covering WHERE c.actor IN controls AND NOT c.actor IN members | c.covers] AS below
UNWIND one.covers AS cover
WITH one.actor AS actor, members, cover, below
WHERE none(covers IN below WHERE cover IN covers)
WITH actor, cover[0] AS rule, members, collect(DISTINCT cover[1]) AS accounts
// One row for all who can become each other: an identity speaks for them before a consumer, a credential and a person.
UNWIND members AS member
WITH actor, rule, accounts, member ORDER BY CASE WHEN member:Identity THEN 0 WHEN member:Consumer THEN 1 WHEN member:Credential THEN 2 ELSE 3 END, member.id
WITH actor, rule, accounts, collect(member.id) AS members
WHERE actor.id = members[0]
RETURN rule, actor.id AS actor, actor.name AS name, members, [account IN accounts WHERE account <> ''] AS accounts
ORDER BY rule, actor
