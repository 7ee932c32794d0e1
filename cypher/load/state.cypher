// Question: how does the store stand: the published version, how far it is swept, who writes?
// Parameters: none
// Relies on: NodeUniqueIndexSeek
MATCH (s:Store {name: 'nhigraph'})
RETURN s.version AS version, s.sweptRun AS sweptRun, s.run AS run, s.lease AS lease, s.leaseUntil - timestamp() AS leaseLeft, s.holder AS holder, s.batch AS batch, s.moves AS moves
