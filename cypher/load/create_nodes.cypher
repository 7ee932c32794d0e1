// Question: makes nodes that the client knows are not there. What all of a group have alike comes once; the rest is packed into one text: reading parameters is what such a statement costs most.
// Parameters: $lease text; $leaseFor integer milliseconds; $run, $batch integers; $by text between two cells; $groups list of {labels: list, alike: properties, texts, truths, instants: lists of names,
//   rows: cells of each row: its state, then the values of texts, truths and instants}
// Relies on: none
MATCH (s:Store {name: 'nhigraph'})
SET s.locked = timestamp()
WITH s WHERE s.lease = $lease AND s.run = $run AND s.batch < $batch
SET s.batch = $batch, s.leaseUntil = timestamp() + $leaseFor
WITH s
CALL (s) {
  UNWIND $groups AS g
  WITH g, split(g.rows, $by) AS c, size(g.texts) AS texts, size(g.texts) + size(g.truths) AS plain, size(g.texts) + size(g.truths) + size(g.instants) AS all
  UNWIND range(0, size(c) - 1, all + 1) AS i
  CREATE (n:Entity:$(g.labels))
  SET n = g.alike, n.state = toInteger(c[i]), n.sinceRun = $run, n.firstRun = $run
  FOREACH (j IN range(1, texts) | SET n[g.texts[j - 1]] = c[i + j])
  FOREACH (j IN range(texts + 1, plain) | SET n[g.truths[j - texts - 1]] = (c[i + j] = 'true'))
  FOREACH (j IN range(plain + 1, all) | SET n[g.instants[j - plain - 1]] = datetime(c[i + j]))
  RETURN count(*) AS opened
}
SET s.opened = s.opened + opened, s.nodes = s.nodes + opened
RETURN opened
