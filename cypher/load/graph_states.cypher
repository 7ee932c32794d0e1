// Question: the states of nodes that published runs up to $run staged and nobody swept yet.
// Parameters: $run integer; $columns list of property names
// Relies on: NodeByLabelScan
MATCH (x:NextState) WHERE x.sinceRun <= $run
RETURN x.id AS id, x.kinds AS kinds, [name IN $columns | x[name]] AS columns
