// Question: a digest of all that each open node is, so that a load need not send what is as it was.
// Parameters: none
// Relies on: NodeByLabelScan or NodeIndexScan
MATCH (n:Entity) WHERE n.sinceRun IS NOT NULL AND n.untilRun IS NULL
RETURN n.id AS id, n.state AS digest
