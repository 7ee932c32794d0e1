// Question: these nodes and all that some of them contain, with everything that contains any of it: their labels, the properties that a graph keeps, and the containers of each.
// Parameters: $of text list, ids; $within text list, ids whose content is asked too; $kept text list, names of properties; $run integer, the version; $most integer, how many at most.
// Relies on: NodeUniqueIndexSeek; VarLengthExpand(Pruning,BFS,All)
CALL () {
  UNWIND $of AS id
  MATCH (found:Entity {id: id})
  RETURN found
  UNION
  UNWIND $within AS id
  MATCH (container:Entity {id: id})
  MATCH q = (container)-[:CONTAINS*0..]->(found)
  WHERE all(c IN relationships(q) WHERE c.sinceRun <= $run AND coalesce(c.untilRun, $run + 1) > $run)
  RETURN found
}
MATCH q = (found)<-[:CONTAINS*0..]-(n)
WHERE all(c IN relationships(q) WHERE c.sinceRun <= $run AND coalesce(c.untilRun, $run + 1) > $run)
WITH DISTINCT n
WHERE n.sinceRun <= $run AND coalesce(n.untilRun, $run + 1) > $run
RETURN n.id AS id, labels(n) AS labels, [name IN keys(n) WHERE name IN $kept | [name, n[name]]] AS properties,
  COLLECT { MATCH (n)<-[c:CONTAINS]-(container:Entity) WHERE c.sinceRun <= $run AND coalesce(c.untilRun, $run + 1) > $run 
    RETURN [container.id, c.certaintyRank, CASE WHEN c.qualifier IS NULL AND c.limited IS NULL AND c.assumed IS NULL THEN null
      ELSE c{.qualifier, .disabled, .validFrom, .validUntil, .technique, .assumptions, .effect, .covers, .parts, .detail} END] } AS containers
LIMIT $most
