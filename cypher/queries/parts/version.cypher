// Question: which version of the graph is published, and up to which run is the graph that is walked swept clean?
// Parameters: none
// Relies on: NodeUniqueIndexSeek
MATCH (store:Store {name: 'nhigraph'})
RETURN store.version AS version, store.sweptRun AS swept
