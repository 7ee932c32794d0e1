// Question: gives numbers to owners and datasets that have none yet.
// Parameters: $lease text; $leaseFor integer milliseconds; $run, $after, $batch integers; $owners list of [name]; $datasets list of [source, scope, dataset]
// Relies on: NodeUniqueIndexSeek
MATCH (s:Store {name: 'nhigraph'})
SET s.locked = timestamp()
WITH s WHERE s.lease = $lease AND s.run = $run AND s.batch >= $after AND s.batch < $batch
SET s.batch = $batch, s.leaseUntil = timestamp() + $leaseFor
WITH s
CALL (s) {
  UNWIND $owners AS o
  MERGE (owner:Owner {name: o[0]})
  FOREACH (once IN CASE WHEN owner.number IS NULL THEN [1] ELSE [] END | SET s.numbers = coalesce(s.numbers, 0) + 1 SET owner.number = s.numbers)
  RETURN count(*) AS owners
}
CALL (s) {
  UNWIND $datasets AS d
  MERGE (dataset:Dataset {source: d[0], scope: d[1], dataset: d[2]})
  FOREACH (once IN CASE WHEN dataset.number IS NULL THEN [1] ELSE [] END | SET s.numbers = coalesce(s.numbers, 0) + 1 SET dataset.number = s.numbers)
  RETURN count(*) AS datasets
}
RETURN owners + datasets AS done
