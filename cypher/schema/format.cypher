// Question: is the database a store, of which format, or is it empty? Was a run of it published?
// Parameters: none
// Relies on: none
OPTIONAL MATCH (s:Store {name: 'nhigraph'})
RETURN s.format AS format, NOT EXISTS { MATCH (n) } AS empty, coalesce(s.version > 0, false) AS published
