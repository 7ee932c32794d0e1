-- What a run closed, for copies of the history. Only closed rows are in these, so that opening costs nothing; what a run opened is found by its row numbers.

CREATE INDEX fact_closed_by ON fact (closed) WHERE closed < 9223372036854775807;
CREATE INDEX node_closed_by ON node (closed) WHERE closed < 9223372036854775807;
CREATE INDEX assertion_closed_by ON assertion (closed) WHERE closed < 9223372036854775807;
CREATE INDEX edge_closed_by ON edge (closed) WHERE closed < 9223372036854775807;
CREATE INDEX term_closed_by ON term (closed) WHERE closed < 9223372036854775807;
