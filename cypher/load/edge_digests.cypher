// Question: the place and a digest of each open statement of an edge, so that a load need neither send nor read back what is as it was.
// Parameters: none
// Relies on: DirectedAllRelationshipsScan
MATCH ()-[r]->() WHERE r.untilRun IS NULL AND r.digest IS NOT NULL
RETURN r.chunk AS place, r.digest AS digest
