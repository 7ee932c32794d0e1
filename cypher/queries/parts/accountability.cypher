// Question: which edges stand beside these in their chains of trust, and beside what these people own, made, sign in with or could know: what authenticates, uses and takes on each link, who made and owns it, and is in a team
//   that does? Of identities, credentials, consumers and people.
// Parameters: $of text list, ids; $run integer, the version.
// Relies on: NodeUniqueIndexSeek; Expand(All)
UNWIND $of AS id
MATCH (asked:Entity {id: id})
CALL (asked) {
  RETURN asked AS link
  UNION MATCH (asked)<-[:AUTHENTICATES]-(link) RETURN link
  UNION MATCH (asked)-[:AUTHENTICATES|USES|CAN_ASSUME]->(link) RETURN link
  UNION MATCH (asked)-[:USES]->()-[:AUTHENTICATES]->(link) RETURN link
  UNION MATCH (asked:Human)-[:OWNS|CREATED|EXPOSED_TO|HAS_ACCOUNT]->(link) RETURN link
  UNION MATCH (asked:Human)-[:OWNS|CREATED|EXPOSED_TO|HAS_ACCOUNT]->()-[:AUTHENTICATES]->(link) RETURN link
}
WITH DISTINCT link
CALL (link) {
  MATCH (link)<-[r:AUTHENTICATES|USES|CAN_ASSUME|HAS_ACCOUNT|EXPOSED_TO|CREATED|OWNS]-() RETURN r
  UNION MATCH (link)-[r:AUTHENTICATES|USES|CAN_ASSUME|HOLDS|MEMBER_OF|SESSION_OF|PART_OF]->() RETURN r
  UNION MATCH (link)-[:SESSION_OF|PART_OF]->()<-[r:OWNS]-() RETURN r
  UNION MATCH (link)<-[:OWNS]-(:Team)<-[r:IN_TEAM]-() RETURN r
  UNION MATCH (link)-[:SESSION_OF|PART_OF]->()<-[:OWNS]-(:Team)<-[r:IN_TEAM]-() RETURN r
}
WITH DISTINCT r
WHERE r.sinceRun <= $run AND coalesce(r.untilRun, $run + 1) > $run
RETURN startNode(r).id AS tail, type(r) AS kind, endNode(r).id AS head, r.certaintyRank AS certainty,
  CASE WHEN r.qualifier IS NULL AND r.limited IS NULL AND r.assumed IS NULL THEN null
       ELSE r{.qualifier, .disabled, .validFrom, .validUntil, .technique, .assumptions, .effect, .covers, .parts, .detail} END AS details
