// Question: the nodes of the graph, by key, by run, and by name; their coming and past states beside them.
// Parameters: none
// Relies on: none
CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
CREATE INDEX entity_since IF NOT EXISTS FOR (n:Entity) ON (n.sinceRun);
CREATE INDEX entity_until IF NOT EXISTS FOR (n:Entity) ON (n.untilRun);
CREATE INDEX entity_name IF NOT EXISTS FOR (n:Entity) ON (n.sortName);
CREATE INDEX next_state_id IF NOT EXISTS FOR (n:NextState) ON (n.id);
CREATE INDEX past_node_id IF NOT EXISTS FOR (n:PastNode) ON (n.id);
CREATE INDEX past_node_until IF NOT EXISTS FOR (n:PastNode) ON (n.untilRun);
CREATE INDEX past_node_since IF NOT EXISTS FOR (n:PastNode) ON (n.sinceRun);
