// Question: makes edges; an end that is no node becomes a bare key. Each end is looked up once a batch, and what edges have alike comes once.
// Parameters: $lease text; $leaseFor integer milliseconds; $run, $after, $batch integers; $by text between two cells; $ends text, the ids of all ends; $groups list of {type, certainty: texts, rank: integer,
//   more: list of at most one map of properties that only some edges have, rows: cells of each row: place of its tail and of its head among the ends, its own place, evidence};
//   $opened, $closed, $grown integers: how many statements are opened and closed, and how many edges there are more
// Relies on: NodeUniqueIndexSeek
MATCH (s:Store {name: 'nhigraph'})
SET s.locked = timestamp()
WITH s WHERE s.lease = $lease AND s.run = $run AND s.batch >= $after AND s.batch < $batch
SET s.batch = $batch, s.leaseUntil = timestamp() + $leaseFor
WITH s
CALL (s) {
  WITH split($ends, $by) AS ends
  UNWIND range(0, size(ends) - 1) AS i
  MERGE (n:Entity {id: ends[i]})
  WITH i, n ORDER BY i
  WITH collect(n) AS ends
  UNWIND $groups AS g
  WITH ends, g, split(g.rows, $by) AS c
  UNWIND range(0, size(c) - 1, 4) AS i
  WITH g, c, i, ends[toInteger(c[i])] AS a, ends[toInteger(c[i + 1])] AS b
  CREATE (a)-[e:$(g.type) {certainty: g.certainty, certaintyRank: g.rank, sinceRun: $run, chunk: toInteger(c[i + 2]), evidence: c[i + 3]}]->(b)
  FOREACH (more IN g.more | SET e += more)
  RETURN count(*) AS made
}
SET s.opened = s.opened + $opened, s.closed = s.closed + $closed, s.edges = s.edges + $grown
RETURN made
