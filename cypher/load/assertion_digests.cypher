// Question: the place and a digest of each open assertion, so that a load need not send what is as it was.
// Parameters: none
// Relies on: NodeByLabelScan
MATCH (x:Assertion) WHERE x.untilRun IS NULL AND x.digest IS NOT NULL
RETURN x.chunk AS place, x.digest AS digest
