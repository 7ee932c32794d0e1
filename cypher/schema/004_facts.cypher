// Question: facts, assertions and join terms, by key, by owner and place, and by run.
// Parameters: none
// Relies on: none
CREATE INDEX fact_key IF NOT EXISTS FOR (x:Fact) ON (x.dataset, x.key);
CREATE INDEX fact_chunk IF NOT EXISTS FOR (x:Fact) ON (x.chunk);
CREATE INDEX fact_since IF NOT EXISTS FOR (x:Fact) ON (x.sinceRun);
CREATE INDEX fact_until IF NOT EXISTS FOR (x:Fact) ON (x.untilRun);
CREATE INDEX past_fact_until IF NOT EXISTS FOR (x:PastFact) ON (x.untilRun);
CREATE INDEX assertion_node IF NOT EXISTS FOR (x:Assertion) ON (x.node);
CREATE INDEX assertion_chunk IF NOT EXISTS FOR (x:Assertion) ON (x.chunk);
CREATE INDEX assertion_since IF NOT EXISTS FOR (x:Assertion) ON (x.sinceRun);
CREATE INDEX assertion_until IF NOT EXISTS FOR (x:Assertion) ON (x.untilRun);
CREATE INDEX past_assertion_until IF NOT EXISTS FOR (x:PastAssertion) ON (x.untilRun);
CREATE INDEX term_key IF NOT EXISTS FOR (x:Term) ON (x.joinKey);
CREATE INDEX term_since IF NOT EXISTS FOR (x:Term) ON (x.sinceRun);
CREATE INDEX term_until IF NOT EXISTS FOR (x:Term) ON (x.untilRun);
CREATE INDEX past_term_until IF NOT EXISTS FOR (x:PastTerm) ON (x.untilRun);
CREATE INDEX past_assertion_node IF NOT EXISTS FOR (x:PastAssertion) ON (x.node);
CREATE INDEX past_fact_since IF NOT EXISTS FOR (x:PastFact) ON (x.sinceRun);
CREATE INDEX past_assertion_since IF NOT EXISTS FOR (x:PastAssertion) ON (x.sinceRun);
CREATE INDEX past_term_since IF NOT EXISTS FOR (x:PastTerm) ON (x.sinceRun);
