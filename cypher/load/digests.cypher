// Question: what published runs put and ended, as digests, oldest first: of a key that comes several times the last counts.
// Parameters: $kind text
// Relies on: NodeByLabelScan
MATCH (d:Digests {kind: $kind})
RETURN d.rows AS rows ORDER BY d.sinceRun, d.batch
