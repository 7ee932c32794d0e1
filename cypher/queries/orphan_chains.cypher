// Question: for which chains does nobody answer, or which lack a link? One row a chain with every reason that holds, those that nobody can tell, how many sensitive resources its identity possibly reaches, and how severe that is.
//   Rows of which all is undecided are no orphans. The API adds who was accountable last, since when, and the sentence.
//   What each identity reaches is searched for one by one, 0.3 to 11 s each in an estate of 1M nodes and 5M edges: name identities there, or ask the API, which has the graph in memory for it with either engine.
// Parameters: $of text list, ids of identities, or empty for all; $known text list, what the sources were read whole for (OWNERS, TEAMS, CREATORS, CONSUMERS, CREDENTIALS, GRANTS): where one was not, its answer of "none" is
//   undecided; $knownOf map, the same for single scopes, '' for what has none; $at integer, the time asked in Unix seconds; $run integer, the version.
// Relies on: VarLengthExpand(Pruning,BFS,All); NodeByLabelScan
// To paste: :param {of: [], known: ['OWNERS', 'TEAMS', 'CREATORS', 'CONSUMERS', 'CREDENTIALS', 'GRANTS'], knownOf: {}, at: datetime().epochSeconds, run: 9007199254740991}
MATCH (i:Identity)
WHERE ($of = [] OR i.id IN $of) AND i.sinceRun <= $run AND coalesce(i.untilRun, $run + 1) > $run
  AND NOT coalesce(i.providerOwned, false) = true AND NOT coalesce(i.known, true) = false AND coalesce(i.identityType, '') <> 'WELL_KNOWN' AND coalesce(i.nature, '') <> 'HUMAN'
  AND NOT EXISTS {
    MATCH (i)<-[a:HAS_ACCOUNT]-()
    WHERE (a.limited IS NULL OR (a.disabled IS NULL AND coalesce(a.validFrom, $at) <= $at AND coalesce(a.validUntil, $at + 1) > $at)) AND a.sinceRun <= $run AND coalesce(a.untilRun, $run + 1) > $run
  }
WITH i, coalesce($knownOf[coalesce(i.scope, '')], $known) AS known, coalesce(i.enabled = false, false) AS disabled
// Its owners: its own, else those of the identity that it is a session of, else of its applications; an escalation contact is none.
WITH i, known, disabled, COLLECT {
  MATCH (i)<-[o:OWNS]-(owner)
  WHERE toUpper(coalesce(o.qualifier, '')) <> 'ESCALATION' AND o.sinceRun <= $run AND coalesce(o.untilRun, $run + 1) > $run
  RETURN DISTINCT owner
} AS owners
WITH i, known, disabled, CASE WHEN owners <> [] THEN owners ELSE COLLECT {
  MATCH (i)-[s:SESSION_OF]->(of WHERE of <> i)<-[o:OWNS]-(owner)
  WHERE toUpper(coalesce(o.qualifier, '')) <> 'ESCALATION' AND all(r IN [s, o] WHERE r.sinceRun <= $run AND coalesce(r.untilRun, $run + 1) > $run)
  RETURN DISTINCT owner
} END AS owners
WITH i, known, disabled, CASE WHEN owners <> [] THEN owners ELSE COLLECT {
  MATCH (i)-[p:PART_OF]->(app)<-[o:OWNS]-(owner)
  WHERE toUpper(coalesce(o.qualifier, '')) <> 'ESCALATION' AND all(r IN [p, o] WHERE r.sinceRun <= $run AND coalesce(r.untilRun, $run + 1) > $run)
  RETURN DISTINCT owner
} END AS owners
// Whether they are here or known to be gone: a team is here while one member is, and gone where it is known that nobody is in it.
CALL (owners, known) {
  UNWIND owners AS owner
  OPTIONAL MATCH (owner)<-[m:IN_TEAM]-(member)
  WHERE m.sinceRun <= $run AND coalesce(m.untilRun, $run + 1) > $run
  WITH DISTINCT owner, known, CASE WHEN owner:Team THEN member ELSE owner END AS person
  WITH owner, known, person, CASE WHEN person.departedAt IS :: ZONED DATETIME NOT NULL THEN person.departedAt.epochSeconds <= $at ELSE coalesce(person.status = 'DEPARTED', false) END AS left
  WITH owner, known, count(person) AS people, count(CASE WHEN left THEN person END) AS leavers,
    count(CASE WHEN NOT left AND (person.status IN ['ACTIVE', 'LEAVE'] OR person.departedAt IS :: ZONED DATETIME NOT NULL) THEN person END) AS here
  WITH here, CASE WHEN owner:Team THEN 'TEAM_EMPTY' ELSE 'OWNER_DEPARTED' END AS reason, leavers = people AND (NOT owner:Team OR ('TEAMS' IN known AND NOT coalesce(owner.known, true) = false)) AS gone
  RETURN coalesce(sum(here), 0) > 0 AS answered, collect(DISTINCT CASE WHEN gone THEN reason END) AS gone, collect(DISTINCT CASE WHEN NOT gone THEN reason END) AS open
}
WITH i, known, disabled,
  CASE WHEN owners = [] AND i.owner IS NULL AND i.team IS NULL AND 'OWNERS' IN known THEN ['NO_OWNER'] WHEN answered OR open <> [] THEN [] ELSE gone END AS ownerless,
  CASE WHEN owners = [] THEN CASE WHEN i.owner IS NULL AND i.team IS NULL AND 'OWNERS' IN known THEN [] ELSE ['NO_OWNER'] END WHEN answered OR open = [] THEN [] ELSE open + [r IN gone WHERE NOT r IN open] END AS undecided
CALL (i) {
  OPTIONAL MATCH (i)-[p:PART_OF]->(app WHERE app <> i)
  WHERE p.sinceRun <= $run AND coalesce(p.untilRun, $run + 1) > $run
  RETURN count(app) > 0 AND count(app) = count(CASE WHEN app.status = 'RETIRED' AND (app.retiredAt IS NULL OR NOT app.retiredAt IS :: ZONED DATETIME NOT NULL OR app.retiredAt.epochSeconds <= $at) THEN app END) AS retired
}
// What it reaches: what its entitlements allow but for what is surely excepted; containers only where they are administered, itself left out.
CALL (i) {
  MATCH p = (i)-[:HAS_ACCOUNT|USES|AUTHENTICATES|CAN_ASSUME|MEMBER_OF|HOLDS|INCLUDES|YIELDS*0..]->(hub)
  WHERE all(r IN relationships(p) WHERE
      (r.limited IS NULL OR (r.disabled IS NULL AND coalesce(r.validFrom, $at) <= $at AND coalesce(r.validUntil, $at + 1) > $at)) AND r.sinceRun <= $run AND coalesce(r.untilRun, $run + 1) > $run)
  WITH DISTINCT i, hub
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
  WITH i, hub, a, target, without
  WHERE coalesce(a.parts, []) = [] OR NOT all(part IN a.parts WHERE any(pattern IN sure WHERE part =~ pattern))
  WITH i, target, a.covers = 'SUBTREE' AS deep, without, collect(DISTINCT hub.capability) AS can
  OPTIONAL MATCH q = (target WHERE deep)-[:CONTAINS*0..]->(under)
  WHERE all(c IN relationships(q) WHERE c.sinceRun <= $run AND coalesce(c.untilRun, $run + 1) > $run)
  WITH i, coalesce(under, target) AS resource, without, can
  WHERE NOT resource IN without AND (resource.trait <> 'CONTAINER' OR 'ADMINISTER' IN can)
  RETURN count(CASE WHEN resource <> i THEN 1 END) > 0 AS reaches, collect(DISTINCT CASE WHEN resource.trait = 'CONTAINER' THEN ['ADMINISTER'] ELSE can END) AS cans,
    count(DISTINCT CASE WHEN resource <> i AND resource.trait IN ['HOLDS_DATA', 'RUNS_CODE'] AND resource.sensitivity IN ['CONFIDENTIAL', 'RESTRICTED'] THEN resource END) AS sensitive
}
WITH i, known, disabled, ownerless, undecided, retired, reaches, sensitive, reduce(all = [], can IN cans | all + can) AS capabilities
WITH i, known, disabled, ownerless, sensitive, capabilities,
  ownerless + CASE WHEN retired THEN ['APPLICATION_RETIRED'] ELSE [] END + CASE WHEN NOT reaches AND 'GRANTS' IN known THEN ['NO_RESOURCE'] ELSE [] END AS reasons,
  undecided + CASE WHEN NOT reaches AND NOT 'GRANTS' IN known THEN ['NO_RESOURCE'] ELSE [] END AS undecided
// Its chains: by its credentials and what uses them, by consumers that act as it, by trust in somebody who is not there; else the identity alone.
CALL (i, disabled) {
  OPTIONAL MATCH (i)<-[a:AUTHENTICATES]-(credential)
  WHERE a.sinceRun <= $run AND coalesce(a.untilRun, $run + 1) > $run
    AND CASE WHEN disabled THEN NOT coalesce(credential.enabled, true) = false AND NOT (credential.expiresAt IS :: ZONED DATETIME NOT NULL AND credential.expiresAt.epochSeconds <= $at)
             ELSE a.limited IS NULL OR (a.disabled IS NULL AND coalesce(a.validFrom, $at) <= $at AND coalesce(a.validUntil, $at + 1) > $at) END
  RETURN collect(DISTINCT credential) AS credentials
}
CALL (i, disabled) {
  OPTIONAL MATCH (i)<-[a:CAN_ASSUME]-(consumer:Consumer)
  WHERE NOT disabled AND NOT coalesce(consumer.potential, false) = true AND a.sinceRun <= $run AND coalesce(a.untilRun, $run + 1) > $run
    AND (a.limited IS NULL OR (a.disabled IS NULL AND coalesce(a.validFrom, $at) <= $at AND coalesce(a.validUntil, $at + 1) > $at))
  RETURN collect(DISTINCT consumer) AS consumers
}
CALL (i) {
  OPTIONAL MATCH (i)<-[a:HAS_ACCOUNT|USES|AUTHENTICATES|CAN_ASSUME|MEMBER_OF|HOLDS|INCLUDES|YIELDS]-(other)
  WHERE other <> i AND a.sinceRun <= $run AND coalesce(a.untilRun, $run + 1) > $run AND (a.limited IS NULL OR (a.disabled IS NULL AND coalesce(a.validFrom, $at) <= $at AND coalesce(a.validUntil, $at + 1) > $at))
  RETURN count(other) > 0 AS takenOn
}
CALL (i, disabled, credentials, consumers, takenOn) {
  WITH i, disabled WHERE NOT disabled
  MATCH (i)<-[a:CAN_ASSUME {disabled: true}]-(named {known: false})
  WHERE a.sinceRun <= $run AND coalesce(a.untilRun, $run + 1) > $run
  RETURN DISTINCT named AS consumer, null AS credential, ['DANGLING_TRUST'] AS broken, [] AS lacks
  UNION ALL
  UNWIND consumers AS consumer
  RETURN consumer, null AS credential, [] AS broken, [] AS lacks
  UNION ALL
  UNWIND credentials AS credential
  CALL (credential) {
    OPTIONAL MATCH (credential)<-[u:USES]-(using:Consumer)
    WHERE NOT coalesce(using.potential, false) = true AND u.sinceRun <= $run AND coalesce(u.untilRun, $run + 1) > $run
      AND (u.limited IS NULL OR (u.disabled IS NULL AND coalesce(u.validFrom, $at) <= $at AND coalesce(u.validUntil, $at + 1) > $at))
    RETURN DISTINCT using AS consumer
  }
  RETURN consumer, credential, CASE WHEN disabled THEN ['CREDENTIAL_OF_DISABLED_IDENTITY'] ELSE [] END AS broken, CASE WHEN consumer IS NULL THEN ['NO_CONSUMER'] ELSE [] END AS lacks
  UNION ALL
  WITH disabled, credentials, consumers, takenOn WHERE NOT disabled AND credentials = [] AND consumers = []
  RETURN null AS consumer, null AS credential, [] AS broken, CASE WHEN takenOn THEN [] ELSE ['NO_CREDENTIAL', 'NO_CONSUMER'] END AS lacks
}
// Who made it, and who still knows its secret.
CALL (i, credential) {
  UNWIND [i, credential] AS made
  MATCH (maker)-[c:CREATED]->(made)
  WHERE c.sinceRun <= $run AND coalesce(c.untilRun, $run + 1) > $run
  RETURN count(maker) > 0 AS made,
    count(CASE WHEN maker:Human AND CASE WHEN maker.departedAt IS :: ZONED DATETIME NOT NULL THEN maker.departedAt.epochSeconds <= $at ELSE coalesce(maker.status = 'DEPARTED', false) END THEN 1 END) > 0 AS makerLeft
}
CALL (credential) {
  OPTIONAL MATCH (credential)<-[e:EXPOSED_TO]-(human)
  WHERE (e.limited IS NULL OR (e.disabled IS NULL AND coalesce(e.validFrom, $at) <= $at AND coalesce(e.validUntil, $at + 1) > $at)) AND e.sinceRun <= $run AND coalesce(e.untilRun, $run + 1) > $run
    AND CASE WHEN human.departedAt IS :: ZONED DATETIME NOT NULL THEN human.departedAt.epochSeconds <= $at ELSE coalesce(human.status = 'DEPARTED', false) END
  RETURN count(human) > 0 AS leaverKnows
}
WITH i, consumer, credential, sensitive, capabilities,
  reasons + broken + [link IN lacks WHERE link + 'S' IN [k IN known | 'NO_' + k]]
    + CASE WHEN (ownerless <> [] AND makerLeft) OR leaverKnows THEN ['CREATOR_DEPARTED'] WHEN ownerless <> [] AND NOT made AND 'CREATORS' IN known THEN ['CREATOR_UNKNOWN'] ELSE [] END AS reasons,
  undecided + [link IN lacks WHERE NOT link + 'S' IN [k IN known | 'NO_' + k]] AS undecided
WHERE reasons <> [] OR undecided <> []
// Reach x privilege x posture, as README has it.
WITH i, consumer, credential, sensitive, reasons, undecided,
  (1 + reduce(digits = 0, power IN range(0, 30) | digits + CASE WHEN sensitive >= 2 ^ power THEN 1 ELSE 0 END))
  * CASE WHEN 'ADMINISTER' IN capabilities THEN 5
         WHEN any(c IN capabilities WHERE c IN ['GRANT_ACCESS', 'APPROVE_ACCESS', 'MANAGE_IDENTITIES', 'CREATE_CREDENTIAL', 'IMPERSONATE']) THEN 4
         WHEN any(c IN capabilities WHERE NOT c IN ['LIST', 'READ_CONFIG', 'READ_DATA', 'READ_SECRET']) THEN 3
         WHEN any(c IN capabilities WHERE c IN ['READ_DATA', 'READ_SECRET']) THEN 2
         ELSE 1 END
  * CASE WHEN credential IS NULL OR credential.posture IN ['SHORT_LIVED', 'FEDERATED'] THEN 1 WHEN credential.posture = 'EXPIRING' THEN 2 WHEN credential.posture = 'STATIC' THEN 4 ELSE 3 END AS score
RETURN consumer.id AS consumer, credential.id AS credential, i.id AS identity, reasons, undecided, sensitive, score,
  CASE WHEN score >= 60 THEN 'CRITICAL' WHEN score >= 20 THEN 'HIGH' WHEN score >= 8 THEN 'MEDIUM' ELSE 'LOW' END AS severity
ORDER BY score DESC, sensitive DESC, identity, credential, consumer
