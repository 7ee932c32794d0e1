// Question: how many runs ended, of one source or of all?
// Parameters: $source text or null
// Relies on: NodeByLabelScan
MATCH (r:Run) WHERE r.state <> 'OPEN' AND ($source IS NULL OR r.source = $source)
RETURN count(*) AS runs
