// Question: waits until every index is filled; over millions of rows that takes minutes.
// Parameters: $seconds integer
// Relies on: ProcedureCall
CALL db.awaitIndexes($seconds)
