// Question: which indexes are not there whole yet? Over millions of rows they take minutes to fill, longer than one query may take.
// Parameters: none
// Relies on: none
SHOW INDEXES YIELD name, state WHERE state <> 'ONLINE'
RETURN name, state
