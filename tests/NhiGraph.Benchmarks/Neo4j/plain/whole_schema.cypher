CREATE INDEX plain_assertion IF NOT EXISTS FOR (x:PlainAssertion) ON (x.node)
