// Question: makes assertions that the client knows are not open, packed as create_nodes has it.
// Parameters: $lease text; $leaseFor integer milliseconds; $run, $after, $batch integers; $by text between two cells; $groups list of {dataset: its number, weight: integer, rows: cells of each row: node, fact's key, place, content}
// Relies on: none
MATCH (s:Store {name: 'nhigraph'})
SET s.locked = timestamp()
WITH s WHERE s.lease = $lease AND s.run = $run AND s.batch >= $after AND s.batch < $batch
SET s.batch = $batch, s.leaseUntil = timestamp() + $leaseFor
WITH s
CALL (s) {
  UNWIND $groups AS g
  WITH g, split(g.rows, $by) AS c
  UNWIND range(0, size(c) - 1, 4) AS i
  CREATE (:Assertion {node: c[i], dataset: g.dataset, key: c[i + 1], chunk: toInteger(c[i + 2]), weight: g.weight, content: c[i + 3], sinceRun: $run})
  RETURN count(*) AS opened
}
SET s.opened = s.opened + opened
RETURN opened
