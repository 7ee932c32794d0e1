// Question: the nodes of the graph by what a person types. Made once the first run is whole: filling it at once costs a fraction of keeping it up to date row by row.
// Parameters: none
// Relies on: none
CREATE TEXT INDEX entity_search IF NOT EXISTS FOR (n:Entity) ON (n.search);
