// Question: which indexes and constraints are there?
// Parameters: none
// Relies on: none
SHOW INDEXES YIELD name
RETURN name
