// Question: remembers what a run put and ended, as digests, so that the next load need neither send nor read back what is as it was.
// Parameters: $lease text; $leaseFor integer milliseconds; $run, $after, $batch integers; $kind text; $rows text, 16 bytes each in base 64
// Relies on: NodeUniqueIndexSeek
MATCH (s:Store {name: 'nhigraph'})
SET s.locked = timestamp()
WITH s WHERE s.lease = $lease AND s.run = $run AND s.batch >= $after AND s.batch < $batch
SET s.batch = $batch, s.leaseUntil = timestamp() + $leaseFor
WITH s
CREATE (:Digests {kind: $kind, sinceRun: $run, batch: $batch, rows: $rows})
RETURN 1 AS done
