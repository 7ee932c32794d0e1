// Question: makes nodes that the client knows are not there. What all of a group have alike comes once; the rest is packed into one text: reading parameters is what such a statement costs most.
//   What every node has is set as it is made, for each property that is set later is looked up in the schema by itself.
// Parameters: $lease text; $leaseFor integer milliseconds; $run, $after, $batch integers; $by text between two cells; $groups list of {labels: list, alike: properties, texts, truths, instants: lists of names,
//   rows: cells of each row: its id, name, sortName, search and state, then the values of texts, truths and instants}
// Relies on: none
MATCH (s:Store {name: 'nhigraph'})
SET s.locked = timestamp()
WITH s WHERE s.lease = $lease AND s.run = $run AND s.batch >= $after AND s.batch < $batch
SET s.batch = $batch, s.leaseUntil = timestamp() + $leaseFor
WITH s
CALL (s) {
  UNWIND $groups AS g
  WITH g, split(g.rows, $by) AS c, 4 + size(g.texts) AS texts, 4 + size(g.texts) + size(g.truths) AS plain, 4 + size(g.texts) + size(g.truths) + size(g.instants) AS all
  UNWIND range(0, size(c) - 1, all + 1) AS i
  CREATE (n:Entity:$(g.labels) {id: c[i], name: c[i + 1], sortName: c[i + 2], search: c[i + 3], state: toInteger(c[i + 4]), sinceRun: $run, firstRun: $run})
  SET n += g.alike
  FOREACH (j IN range(5, texts) | SET n[g.texts[j - 5]] = c[i + j])
  FOREACH (j IN range(texts + 1, plain) | SET n[g.truths[j - texts - 1]] = (c[i + j] = 'true'))
  FOREACH (j IN range(plain + 1, all) | SET n[g.instants[j - plain - 1]] = datetime(c[i + j]))
  RETURN count(*) AS opened
}
SET s.opened = s.opened + opened, s.nodes = s.nodes + opened
RETURN opened
