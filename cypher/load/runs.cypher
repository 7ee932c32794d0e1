// Question: runs that ended, newest first, of one source or of all, before a run or from the newest on.
// Parameters: $source text or null; $before integer or null; $first integer
// Relies on: NodeByLabelScan
MATCH (r:Run) WHERE r.state <> 'OPEN' AND ($source IS NULL OR r.source = $source) AND ($before IS NULL OR r.id < $before)
RETURN r.id AS id, properties(r) AS run ORDER BY id DESC LIMIT $first
