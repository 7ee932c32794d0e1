// Question: which server is this?
// Parameters: none
// Relies on: ProcedureCall
CALL dbms.components() YIELD name, versions, edition
WHERE name = 'Neo4j Kernel'
RETURN versions[0] AS version, edition
