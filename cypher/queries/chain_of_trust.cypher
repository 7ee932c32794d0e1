// Question: can this identity, credential or consumer be certified? Thirteen links, one row each: its state, why, the entities that it is about, since or until when, and whether the sources that could say otherwise were read whole.
//   BROKEN is what has a CONTRADICTED link, INCOMPLETE what has one MISSING or STALE, COMPLETE where all are PRESENT and backed; a static secret is old, and use long ago, after 90 days.
// Parameters: $of text, an id; $known text list, what the sources were read whole for (OWNERS, TEAMS, CREATORS, CONSUMERS, CREDENTIALS, GRANTS, IDENTITIES): where one was not, its answer of "none" is UNKNOWN; $knownOf map, the same
//   for single scopes, '' for what has none; $unlisted text list, ids of what the record is not known to be whole; $neverUsed text list, ids of which a source that keeps uses has none; $at integer, the time asked in Unix
//   seconds; $run integer, the version.
// Relies on: VarLengthExpand(Pruning,BFS,All); NodeUniqueIndexSeek
// To paste: :param {of: 'aws:arn:aws:iam::111122223333:user/service/backup-agent', known: ['OWNERS', 'TEAMS', 'CREATORS', 'CONSUMERS', 'CREDENTIALS', 'GRANTS', 'IDENTITIES'], knownOf: {}, unlisted: [], neverUsed: [], at: datetime().epochSeconds, run: 9007199254740991}
MATCH (s:Entity {id: $of})
WHERE s:Identity OR s:Credential OR s:Consumer
WITH s, CASE WHEN s:Identity THEN 'IDENTITY' WHEN s:Credential THEN 'CREDENTIAL' ELSE 'CONSUMER' END AS kind
// What stands beside it, with whether the edge works.
CALL (s, kind) {
  WITH s, kind WHERE kind <> 'CONSUMER'
  OPTIONAL MATCH (credential)-[a:AUTHENTICATES]->(identity)
  WHERE CASE kind WHEN 'IDENTITY' THEN identity = s ELSE credential = s END AND a.sinceRun <= $run AND coalesce(a.untilRun, $run + 1) > $run
  WITH s, collect({credential: credential, identity: identity, walks: a.limited IS NULL OR (a.disabled IS NULL AND coalesce(a.validFrom, $at) <= $at AND coalesce(a.validUntil, $at + 1) > $at)}) AS bound
  RETURN [b IN bound WHERE b.identity IS NOT NULL] AS bound, [] AS used
  UNION ALL
  WITH s, kind WHERE kind = 'CONSUMER'
  OPTIONAL MATCH (s)-[u:USES]->(credential)
  WHERE u.sinceRun <= $run AND coalesce(u.untilRun, $run + 1) > $run AND (u.limited IS NULL OR (u.disabled IS NULL AND coalesce(u.validFrom, $at) <= $at AND coalesce(u.validUntil, $at + 1) > $at))
  OPTIONAL MATCH (credential)-[a:AUTHENTICATES]->(identity)
  WHERE a.sinceRun <= $run AND coalesce(a.untilRun, $run + 1) > $run AND (a.limited IS NULL OR (a.disabled IS NULL AND coalesce(a.validFrom, $at) <= $at AND coalesce(a.validUntil, $at + 1) > $at))
  WITH s, collect({credential: credential, identity: identity, walks: true}) AS bound, collect(DISTINCT credential) AS used
  RETURN [b IN bound WHERE b.identity IS NOT NULL] AS bound, used
}
CALL (s, kind) {
  OPTIONAL MATCH (s)-[a:CAN_ASSUME|HAS_ACCOUNT]-(other)
  WHERE a.sinceRun <= $run AND coalesce(a.untilRun, $run + 1) > $run
  WITH s, kind, a, other, a.limited IS NULL OR (a.disabled IS NULL AND coalesce(a.validFrom, $at) <= $at AND coalesce(a.validUntil, $at + 1) > $at) AS walks
  RETURN collect(DISTINCT CASE WHEN walks AND CASE kind WHEN 'IDENTITY' THEN endNode(a) = s AND other <> s AND NOT other:Consumer WHEN 'CONSUMER' THEN type(a) = 'CAN_ASSUME' AND startNode(a) = s ELSE false END THEN other END) AS takingOn,
    collect(DISTINCT CASE WHEN kind = 'IDENTITY' AND type(a) = 'CAN_ASSUME' AND endNode(a) = s AND a.disabled AND other.known = false THEN other END) AS dangling,
    collect(DISTINCT CASE WHEN kind = 'IDENTITY' AND type(a) = 'CAN_ASSUME' AND endNode(a) = s AND walks AND other <> s AND other:Consumer THEN other END) AS assuming
}
WITH s, kind, bound, takingOn, dangling, assuming,
  CASE kind WHEN 'CREDENTIAL' THEN [s] WHEN 'CONSUMER' THEN used ELSE [b IN bound WHERE b.walks | b.credential] END AS credentials,
  CASE kind WHEN 'IDENTITY' THEN [s] ELSE [b IN bound | b.identity] + CASE kind WHEN 'CONSUMER' THEN takingOn ELSE [] END END AS identities
CALL (identities) { UNWIND identities AS one RETURN collect(DISTINCT one) AS acting }
CALL (credentials) {
  UNWIND credentials AS credential
  OPTIONAL MATCH (credential)<-[u:USES]-(consumer)
  WHERE u.sinceRun <= $run AND coalesce(u.untilRun, $run + 1) > $run AND (u.limited IS NULL OR (u.disabled IS NULL AND coalesce(u.validFrom, $at) <= $at AND coalesce(u.validUntil, $at + 1) > $at))
  RETURN collect(DISTINCT consumer) AS using
}
WITH s, kind, bound, takingOn, dangling, acting AS identities, [s] + [i IN acting WHERE i <> s] AS things,
  CASE kind WHEN 'CONSUMER' THEN [s] ELSE using + [c IN assuming WHERE NOT c IN using] END AS consumers,
  // Credentials with their dates: those that count, those that work though their identity is disabled.
  [c IN credentials | {node: c, after: false}] + [b IN bound WHERE kind <> 'CONSUMER' AND b.identity.enabled = false | {node: b.credential, after: true}] AS counted
CALL (counted) {
  UNWIND counted AS one
  WITH one.node AS node, max(one.after) AS after, NOT min(one.after) AS own
  RETURN collect({node: node, after: after, own: own, posture: coalesce(node.posture, 'UNKNOWN'),
    made: CASE WHEN node.lastRotatedAt IS :: ZONED DATETIME NOT NULL THEN node.lastRotatedAt.epochSeconds WHEN node.createdAt IS :: ZONED DATETIME NOT NULL THEN node.createdAt.epochSeconds END,
    ends: CASE WHEN node.expiresAt IS :: ZONED DATETIME NOT NULL THEN node.expiresAt.epochSeconds END,
    inForce: NOT coalesce(node.enabled, true) = false AND NOT (node.expiresAt IS :: ZONED DATETIME NOT NULL AND node.expiresAt.epochSeconds <= $at)}) AS credentials
}
WITH s, kind, bound, takingOn, dangling, identities, things, consumers, [c IN credentials WHERE c.own] AS credentials,
  [c IN credentials WHERE c.after AND c.inForce | c.node] AS afterDisabling, [c IN credentials WHERE (c.own AND (kind <> 'CREDENTIAL' OR c.inForce)) OR (c.after AND c.inForce)] AS working,
  [thing IN things | coalesce($knownOf[coalesce(thing.scope, '')], $known)] AS knownOfEach, all(thing IN things WHERE NOT thing.id IN $unlisted) AS listed
WITH *, [k IN ['OWNERS', 'TEAMS', 'CREATORS', 'CONSUMERS', 'CREDENTIALS', 'GRANTS', 'IDENTITIES'] WHERE all(of IN knownOfEach WHERE k IN of)] AS known, working = [] AND CASE kind WHEN 'IDENTITY' THEN bound ELSE credentials END = [] AND takingOn = [] AS bare
// When its consumers, identities and it were used, and when they end.
CALL (consumers) {
  UNWIND consumers AS c
  WITH c WHERE NOT coalesce(c.potential, false) = true
  WITH c, reduce(latest = null, d IN [c.lastUsedAt, c.lastRunAt] | CASE WHEN d IS :: ZONED DATETIME NOT NULL AND (latest IS NULL OR d.epochSeconds > latest) THEN d.epochSeconds ELSE latest END) AS used
  RETURN collect({node: c, used: used, here: NOT coalesce(c.enabled, true) = false AND NOT coalesce(c.known, true) = false, off: coalesce(c.enabled = false, false)}) AS seen
}
CALL (s, kind, credentials) {
  UNWIND [s] + CASE kind WHEN 'CREDENTIAL' THEN [] ELSE [c IN credentials | c.node] END AS n
  WITH DISTINCT n, reduce(latest = null, d IN [n.lastUsedAt, n.lastRunAt] | CASE WHEN d IS :: ZONED DATETIME NOT NULL AND (latest IS NULL OR d.epochSeconds > latest) THEN d.epochSeconds ELSE latest END) AS used
  ORDER BY used DESC, n.id
  RETURN [u IN collect({node: n, used: used}) WHERE u.used IS NOT NULL] AS uses, all(n IN collect(n) WHERE n.id IN $neverUsed) AS never
}
WITH *, [i IN identities | {node: i, ends: CASE WHEN i.expiresAt IS :: ZONED DATETIME NOT NULL THEN i.expiresAt.epochSeconds END}] AS ends, CASE WHEN s.expiresAt IS :: ZONED DATETIME NOT NULL THEN s.expiresAt.epochSeconds END AS end
// Who made it, who owns it in which role, what it is part of: what is said of itself first, else of its identities.
CALL (s, things) {
  UNWIND things AS thing
  OPTIONAL MATCH (thing)<-[c:CREATED]-(maker)
  WHERE c.sinceRun <= $run AND coalesce(c.untilRun, $run + 1) > $run
  WITH thing = s AS own, maker, CASE WHEN maker.departedAt IS :: ZONED DATETIME NOT NULL THEN maker.departedAt.epochSeconds END AS left
  WITH own, [m IN collect(DISTINCT {node: maker, human: coalesce(maker:Human, false), left: left, gone: CASE WHEN left IS NOT NULL THEN left <= $at ELSE coalesce(maker.status = 'DEPARTED', false) END}) WHERE m.node IS NOT NULL] AS makers
  ORDER BY own DESC
  RETURN reduce(found = [], some IN collect(makers) | CASE WHEN found = [] THEN some ELSE found END) AS makers
}
CALL (s, things, known) {
  UNWIND [{kind: 'BUSINESS_OWNER', counts: ['BUSINESS', 'OTHER']}, {kind: 'TECHNICAL_OWNER', counts: ['TECHNICAL', 'OTHER']}, {kind: 'ESCALATION', counts: ['ESCALATION']}] AS role
  UNWIND things AS thing
  OPTIONAL MATCH (thing)-[b:SESSION_OF|PART_OF]->(belongs WHERE belongs <> thing)
  WHERE b.sinceRun <= $run AND coalesce(b.untilRun, $run + 1) > $run
  WITH s, known, role, thing, [{node: thing, order: 0}] + [b IN collect({node: belongs, order: CASE type(b) WHEN 'SESSION_OF' THEN 1 ELSE 2 END}) WHERE b.node IS NOT NULL] AS places
  UNWIND places AS place
  WITH s, known, role, thing, place, place.node AS owned
  OPTIONAL MATCH (owned)<-[o:OWNS]-(owner)
  WHERE CASE WHEN toUpper(coalesce(o.qualifier, '')) IN ['BUSINESS', 'TECHNICAL', 'ESCALATION'] THEN toUpper(o.qualifier) ELSE 'OTHER' END IN role.counts AND o.sinceRun <= $run AND coalesce(o.untilRun, $run + 1) > $run
  WITH s, known, role, thing, place.order AS order, [o IN collect(DISTINCT owner) WHERE o IS NOT NULL] AS owners ORDER BY order
  WITH s, known, role, thing, reduce(found = [], some IN collect(owners) | CASE WHEN found = [] THEN some ELSE found END) AS owners,
    reduce(found = null, one IN collect({order: order, owners: owners}) | CASE WHEN found IS NULL AND one.owners <> [] THEN one.order ELSE found END) AS first, collect({order: order, owners: owners}) AS all
  WITH s, known, role, thing, reduce(some = [], one IN all | CASE WHEN one.order = first THEN some + one.owners ELSE some END) AS owners
  WITH known, role, thing = s AS own, owners
  WITH known, role, own, reduce(some = [], one IN collect(owners) | some + one) AS owners ORDER BY own DESC
  WITH known, role, reduce(found = [], some IN collect(owners) | CASE WHEN found = [] THEN some ELSE found END) AS owners
  CALL (owners, known) {
    UNWIND owners AS owner
    WITH DISTINCT owner, known
    OPTIONAL MATCH (owner)<-[m:IN_TEAM]-(member)
    WHERE m.sinceRun <= $run AND coalesce(m.untilRun, $run + 1) > $run
    WITH DISTINCT owner, known, CASE WHEN owner:Team THEN member ELSE owner END AS person
    WITH owner, known, person, CASE WHEN person.departedAt IS :: ZONED DATETIME NOT NULL THEN person.departedAt.epochSeconds END AS left
    WITH owner, known, person, left, CASE WHEN left IS NOT NULL THEN left <= $at ELSE coalesce(person.status = 'DEPARTED', false) END AS gone
    WITH owner, known, count(person) AS people, count(CASE WHEN gone THEN person END) AS leavers, count(CASE WHEN NOT gone AND (person.status IN ['ACTIVE', 'LEAVE'] OR left IS NOT NULL) THEN person END) AS here, max(left) AS left
    RETURN collect({node: owner, here: here > 0, gone: people = leavers AND (NOT owner:Team OR ('TEAMS' IN known AND NOT coalesce(owner.known, true) = false)), human: owner:Human, left: CASE WHEN owner:Human THEN left END}) AS judged
  }
  RETURN collect({kind: role.kind, owners: judged}) AS roles
}
CALL (s, things) {
  UNWIND things AS thing
  OPTIONAL MATCH (thing)-[p:PART_OF]->(app WHERE app <> thing)
  WHERE p.sinceRun <= $run AND coalesce(p.untilRun, $run + 1) > $run
  WITH thing = s AS own, app, CASE WHEN app.retiredAt IS :: ZONED DATETIME NOT NULL THEN app.retiredAt.epochSeconds END AS retiredAt
  WITH own, [a IN collect(DISTINCT {node: app, at: retiredAt, retired: coalesce(app.status = 'RETIRED', false) AND coalesce(retiredAt, $at) <= $at}) WHERE a.node IS NOT NULL] AS applications
  ORDER BY own DESC
  RETURN reduce(found = [], some IN collect(applications) | CASE WHEN found = [] THEN some ELSE found END) AS applications
}
CALL (working) {
  UNWIND working AS one
  WITH one.node AS secret
  MATCH (secret)<-[e:EXPOSED_TO]-(human)
  WHERE (e.limited IS NULL OR (e.disabled IS NULL AND coalesce(e.validFrom, $at) <= $at AND coalesce(e.validUntil, $at + 1) > $at)) AND e.sinceRun <= $run AND coalesce(e.untilRun, $run + 1) > $run
    AND CASE WHEN human.departedAt IS :: ZONED DATETIME NOT NULL THEN human.departedAt.epochSeconds <= $at ELSE coalesce(human.status = 'DEPARTED', false) END
  RETURN collect(DISTINCT secret) + collect(DISTINCT human) AS knownToLeaver, min(CASE WHEN human.departedAt IS :: ZONED DATETIME NOT NULL THEN human.departedAt.epochSeconds END) AS leaverSince
}
// What it reaches, as orphan_chains has it; the nearest sensitive resources are named where they are few enough.
CALL (s) {
  MATCH p = (s)-[:HAS_ACCOUNT|USES|AUTHENTICATES|CAN_ASSUME|MEMBER_OF|HOLDS|INCLUDES|YIELDS*0..]->(hub)
  WHERE all(r IN relationships(p) WHERE
      (r.limited IS NULL OR (r.disabled IS NULL AND coalesce(r.validFrom, $at) <= $at AND coalesce(r.validUntil, $at + 1) > $at)) AND r.sinceRun <= $run AND coalesce(r.untilRun, $run + 1) > $run)
  WITH s, hub, min(length(p)) AS steps
  WHERE hub:Entitlement
  CALL (hub) {
    OPTIONAL MATCH (hub)-[e:ON {effect: 'EXCEPT'}]->(target)
    WHERE e.covers <> 'PARTS' AND e.certaintyRank = 3 AND e.conditions IS NULL AND e.sinceRun <= $run AND coalesce(e.untilRun, $run + 1) > $run
      AND (e.limited IS NULL OR (e.disabled IS NULL AND coalesce(e.validFrom, $at) <= $at AND coalesce(e.validUntil, $at + 1) > $at))
    OPTIONAL MATCH q = (target WHERE e.covers = 'SUBTREE')-[:CONTAINS*0..]->(under)
    WHERE all(c IN relationships(q) WHERE c.sinceRun <= $run AND coalesce(c.untilRun, $run + 1) > $run)
    RETURN collect(DISTINCT coalesce(under, target)) AS without
  }
  MATCH (hub)-[a:ON {effect: 'ALLOW'}]->(target)
  WHERE (a.limited IS NULL OR (a.disabled IS NULL AND coalesce(a.validFrom, $at) <= $at AND coalesce(a.validUntil, $at + 1) > $at)) AND a.sinceRun <= $run AND coalesce(a.untilRun, $run + 1) > $run
  CALL (hub, a, target) {
    OPTIONAL MATCH (hub)-[e:ON {effect: 'EXCEPT', covers: 'PARTS'}]->(target)
    WHERE a.covers = 'PARTS' AND e.certaintyRank = 3 AND e.conditions IS NULL AND e.sinceRun <= $run AND coalesce(e.untilRun, $run + 1) > $run
      AND (e.limited IS NULL OR (e.disabled IS NULL AND coalesce(e.validFrom, $at) <= $at AND coalesce(e.validUntil, $at + 1) > $at))
    UNWIND coalesce(e.parts, [null]) AS glob
    RETURN collect('(?s)\\Q' + replace(replace(glob, '*', '\\E.*\\Q'), '?', '\\E[^*]\\Q') + '\\E') AS sure
  }
  WITH s, hub, steps, a, target, without, sure
  WHERE coalesce(a.parts, []) = [] OR NOT all(part IN a.parts WHERE any(pattern IN sure WHERE part =~ pattern))
  WITH s, target, a.covers = 'SUBTREE' AS deep, without, hub.capability = 'ADMINISTER' AS administers, min(steps) AS steps
  OPTIONAL MATCH q = (target WHERE deep)-[:CONTAINS*0..]->(under)
  WHERE all(c IN relationships(q) WHERE c.sinceRun <= $run AND coalesce(c.untilRun, $run + 1) > $run)
  WITH s, coalesce(under, target) AS resource, without, administers, steps
  WHERE NOT resource IN without AND resource <> s AND (resource.trait <> 'CONTAINER' OR administers)
  WITH resource, min(steps) AS steps, resource.trait IN ['HOLDS_DATA', 'RUNS_CODE'] AND coalesce(resource.sensitivity IN ['CONFIDENTIAL', 'RESTRICTED'], false) AS sensitive ORDER BY steps, resource.id
  WITH count(resource) AS reached, [r IN collect(CASE WHEN sensitive THEN resource END) WHERE r IS NOT NULL] AS sensitive
  RETURN reached > 0 AS reaches, CASE WHEN size(sensitive) > 2000 THEN [] ELSE sensitive[..20] END AS named
}
WITH *, [c IN seen WHERE c.here] AS here, [c IN seen WHERE c.off OR 'CONSUMERS' IN known] AS gone, [c IN working WHERE c.posture = 'STATIC'] AS lasting, [m IN makers WHERE m.human] AS people, $at - 7776000 AS long
WITH *, [c IN here WHERE coalesce(c.used < long, false)] AS idle, [c IN lasting WHERE coalesce(c.made < long, false)] AS old,
  [c IN working WHERE NOT c.posture IN ['STATIC', 'EXPIRING', 'SHORT_LIVED', 'FEDERATED'] OR (c.posture = 'STATIC' AND c.made IS NULL)] AS undated,
  [c IN working WHERE c.ends IS NULL AND NOT c.posture IN ['EXPIRING', 'SHORT_LIVED', 'FEDERATED']] AS open
WITH *, CASE
  WHEN here <> [] AND size(idle) = size(here) THEN {state: 'STALE', reason: 'CONSUMER_IDLE', of: [c IN idle | c.node], at: reduce(m = null, c IN idle | CASE WHEN m IS NULL OR c.used > m THEN c.used ELSE m END)}
  WHEN here <> [] THEN {state: 'PRESENT', reason: 'USED', of: [c IN here WHERE NOT c IN idle | c.node]}
  WHEN size(gone) < size(seen) THEN {state: 'UNKNOWN', reason: 'CONSUMER_UNLISTED', of: [c IN seen WHERE NOT c IN gone | c.node]}
  WHEN gone <> [] OR dangling <> [] THEN {state: 'CONTRADICTED', reason: 'CONSUMER_GONE', of: [c IN gone | c.node] + dangling}
  WHEN kind = 'IDENTITY' AND takingOn <> [] THEN {state: 'PRESENT', reason: 'TAKEN_ON', of: takingOn}
  ELSE {state: 'NONE', reason: CASE consumers WHEN [] THEN 'NOT_USED' ELSE 'ONLY_TRUSTED' END, of: consumers} END AS consumer, CASE
  WHEN afterDisabling <> [] THEN {state: 'CONTRADICTED', reason: 'WORKS_THOUGH_DISABLED', of: afterDisabling}
  WHEN CASE kind WHEN 'CREDENTIAL' THEN credentials[0].inForce ELSE credentials <> [] END THEN {state: 'PRESENT', reason: 'AUTHENTICATES', of: [c IN credentials | c.node]}
  WHEN takingOn <> [] THEN {state: 'PRESENT', reason: 'TAKEN_ON', of: []}
  WHEN kind = 'CREDENTIAL' OR (kind = 'IDENTITY' AND bound <> []) THEN {state: 'STALE', reason: 'CREDENTIAL_INACTIVE', of: CASE kind WHEN 'CREDENTIAL' THEN [s] ELSE [b IN bound | b.credential] END}
  ELSE {state: 'NONE', reason: 'NO_CREDENTIAL', of: []} END AS credential, CASE
  WHEN identities = [] THEN {state: 'NONE', reason: 'NO_IDENTITY', of: [], needs: ['CREDENTIALS', 'GRANTS']}
  WHEN any(i IN identities WHERE NOT coalesce(i.enabled, true) = false AND NOT coalesce(i.known, true) = false)
    THEN {state: 'PRESENT', reason: 'ACTS', of: [i IN identities WHERE NOT coalesce(i.enabled, true) = false AND NOT coalesce(i.known, true) = false]}
  WHEN any(i IN identities WHERE i.enabled = false) THEN {state: 'STALE', reason: 'IDENTITY_DISABLED', of: [i IN identities WHERE i.enabled = false]}
  ELSE {state: 'NONE', reason: 'IDENTITY_UNLISTED', of: identities, needs: ['IDENTITIES']} END AS identity, CASE
  WHEN reaches THEN {state: 'PRESENT', reason: 'REACHES', of: named}
  ELSE {state: 'NONE', reason: 'REACHES_NOTHING', of: []} END AS resources, CASE
  WHEN any(m IN people WHERE NOT m.gone) THEN {state: 'PRESENT', reason: 'MADE', of: [m IN people WHERE NOT m.gone | m.node]}
  WHEN people <> [] THEN {state: 'STALE', reason: 'MAKER_LEFT', of: [m IN people | m.node], at: reduce(x = null, m IN people | CASE WHEN x IS NULL OR m.left > x THEN m.left ELSE x END)}
  WHEN makers <> [] THEN {state: 'PRESENT', reason: 'MADE_BY_AUTOMATION', of: [m IN makers | m.node]}
  ELSE {state: 'NONE', reason: 'NO_MAKER', of: []} END AS creator, [role IN roles | {kind: role.kind, found: CASE
  WHEN role.owners = [] AND role.kind <> 'ESCALATION' AND any(thing IN things WHERE thing.owner IS NOT NULL OR thing.team IS NOT NULL) THEN {state: 'UNKNOWN', reason: 'OWNER_NAMED_ONLY', of: []}
  WHEN role.owners = [] THEN {state: 'NONE', reason: 'NO_OWNER', of: []}
  WHEN any(o IN role.owners WHERE o.here) THEN {state: 'PRESENT', reason: 'OWNED', of: [o IN role.owners WHERE o.here | o.node]}
  WHEN any(o IN role.owners WHERE NOT o.gone) THEN {state: 'UNKNOWN', reason: 'OWNER_UNCERTAIN', of: [o IN role.owners WHERE NOT o.gone | o.node]}
  ELSE {state: 'CONTRADICTED', reason: CASE WHEN any(o IN role.owners WHERE o.human) THEN 'OWNER_LEFT' ELSE 'TEAM_EMPTY' END, of: [o IN role.owners | o.node],
        at: reduce(x = null, o IN role.owners | CASE WHEN x IS NULL OR o.left > x THEN o.left ELSE x END)} END}] AS owned, CASE
  WHEN applications <> [] AND all(a IN applications WHERE a.retired) THEN {state: 'CONTRADICTED', reason: 'APPLICATION_RETIRED', of: [a IN applications | a.node],
        at: reduce(x = null, a IN applications | CASE WHEN x IS NULL OR a.at > x THEN a.at ELSE x END)}
  WHEN any(thing IN things WHERE trim(coalesce(thing.purpose, '')) <> '') THEN {state: 'PRESENT', reason: 'STATED', of: [thing IN things WHERE trim(coalesce(thing.purpose, '')) <> '']}
  ELSE {state: 'NONE', reason: 'NOT_STATED', of: []} END AS purpose, CASE
  WHEN any(thing IN things WHERE thing.environment IS NOT NULL) THEN {state: 'PRESENT', reason: 'STATED', of: [thing IN things WHERE thing.environment IS NOT NULL]}
  ELSE {state: 'NONE', reason: 'NOT_STATED', of: []} END AS environment, CASE
  WHEN knownToLeaver <> [] THEN {state: 'CONTRADICTED', reason: 'KNOWN_TO_LEAVER', of: knownToLeaver, at: leaverSince}
  WHEN old <> [] THEN {state: 'STALE', reason: 'TOO_OLD', of: [c IN old | c.node], at: reduce(x = null, c IN old | CASE WHEN x IS NULL OR c.made < x THEN c.made ELSE x END)}
  WHEN undated <> [] THEN {state: 'UNKNOWN', reason: 'AGE_UNKNOWN', of: [c IN undated | c.node]}
  WHEN lasting <> [] THEN {state: 'PRESENT', reason: 'FRESH', of: [c IN lasting | c.node], at: reduce(x = null, c IN lasting | CASE WHEN x IS NULL OR c.made < x THEN c.made ELSE x END)}
  WHEN bare THEN {state: 'NONE', reason: 'NO_CREDENTIAL', of: []}
  ELSE {state: 'PRESENT', reason: 'NOTHING_TO_ROTATE', of: [c IN working | c.node]} END AS rotation, CASE
  WHEN any(i IN ends WHERE i.ends <= $at AND NOT coalesce(i.node.enabled, true) = false) THEN {state: 'CONTRADICTED', reason: 'PAST_ITS_END', of: [i IN ends WHERE i.ends <= $at AND NOT coalesce(i.node.enabled, true) = false | i.node],
        at: reduce(x = null, i IN [e IN ends WHERE e.ends <= $at AND NOT coalesce(e.node.enabled, true) = false] | CASE WHEN x IS NULL OR i.ends < x THEN i.ends ELSE x END)}
  WHEN coalesce(end > $at, false) THEN {state: 'PRESENT', reason: 'ENDS', of: [s], at: end}
  WHEN ends <> [] AND all(i IN ends WHERE coalesce(i.ends > $at, false)) THEN {state: 'PRESENT', reason: 'ENDS', of: identities, at: reduce(x = null, i IN ends | CASE WHEN x IS NULL OR i.ends > x THEN i.ends ELSE x END)}
  WHEN any(c IN open WHERE c.posture = 'STATIC') THEN {state: 'MISSING', reason: 'ENDLESS', of: [c IN open WHERE c.posture = 'STATIC' | c.node], needs: []}
  WHEN open <> [] THEN {state: 'UNKNOWN', reason: 'END_UNKNOWN', of: [c IN open | c.node], needs: ['CREDENTIALS']}
  WHEN bare THEN {state: 'NONE', reason: 'NO_CREDENTIAL', of: [], needs: ['CREDENTIALS']}
  ELSE {state: 'PRESENT', reason: 'ENDS', of: [c IN working | c.node], at: reduce(x = null, c IN working | CASE WHEN x IS NULL OR c.ends > x THEN c.ends ELSE x END), needs: ['CREDENTIALS']} END AS expiry, CASE
  WHEN uses = [] THEN {state: CASE WHEN never THEN 'MISSING' ELSE 'UNKNOWN' END, reason: CASE WHEN never THEN 'NEVER_USED' ELSE 'USE_UNKNOWN' END, of: []}
  WHEN uses[0].used >= long THEN {state: 'PRESENT', reason: 'USED_LATELY', of: [uses[0].node], at: uses[0].used}
  ELSE {state: 'STALE', reason: 'USED_LONG_AGO', of: [uses[0].node], at: uses[0].used} END AS usage
UNWIND [
  {kind: 'CONSUMER', found: consumer, needs: ['CONSUMERS']}, {kind: 'CREDENTIAL', found: credential, needs: ['CREDENTIALS']}, {kind: 'IDENTITY', found: identity}, {kind: 'RESOURCES', found: resources, needs: ['GRANTS']},
  {kind: 'CREATOR', found: creator, needs: ['CREATORS']}, {kind: owned[0].kind, found: owned[0].found, needs: ['OWNERS']}, {kind: owned[1].kind, found: owned[1].found, needs: ['OWNERS']},
  {kind: owned[2].kind, found: owned[2].found, needs: ['OWNERS']}, {kind: 'PURPOSE', found: purpose}, {kind: 'ENVIRONMENT', found: environment}, {kind: 'ROTATION', found: rotation, needs: ['CREDENTIALS']},
  {kind: 'EXPIRY', found: expiry}, {kind: 'USAGE', found: usage}] AS link
// What rests on records is backed where those were read whole, all else where the sources were.
WITH link.kind AS link, link.found AS found, CASE WHEN coalesce(link.found.needs, link.needs) IS NULL THEN listed ELSE all(need IN coalesce(link.found.needs, link.needs) WHERE need IN known) END AS backed
CALL (found) { UNWIND found.of AS one WITH DISTINCT one ORDER BY one.id RETURN collect(one.id) AS entities, collect(one.name) AS names }
RETURN link, CASE WHEN found.state <> 'NONE' THEN found.state WHEN backed THEN 'MISSING' ELSE 'UNKNOWN' END AS state, found.reason AS reason, entities, names, CASE WHEN found.at IS NOT NULL THEN toString(datetime({epochSeconds: found.at})) END AS at, backed
