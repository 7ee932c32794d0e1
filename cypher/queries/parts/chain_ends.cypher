// Question: which credentials and identities follow these as the next links of a chain: the accounts of a person, what a consumer uses or may act as, what that authenticates?
// Parameters: $of text list, ids; $run integer, the version.
// Relies on: NodeUniqueIndexSeek; Expand(All)
UNWIND $of AS id
MATCH (n:Entity {id: id})-[r:HAS_ACCOUNT|USES|AUTHENTICATES|CAN_ASSUME]->(next:Entity)
WHERE r.sinceRun <= $run AND coalesce(r.untilRun, $run + 1) > $run
OPTIONAL MATCH (next)-[a:AUTHENTICATES]->(last:Entity)
WHERE a.sinceRun <= $run AND coalesce(a.untilRun, $run + 1) > $run
UNWIND [next, last] AS link
WITH DISTINCT link
WHERE link IS NOT NULL
RETURN link.id AS id
