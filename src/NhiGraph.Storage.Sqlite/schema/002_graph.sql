-- What derive made of the facts. Texts and keys are interned, so that an edge is a row of small integers.

ALTER TABLE run ADD COLUMN nodes INTEGER NOT NULL DEFAULT 0;   -- open after it
ALTER TABLE run ADD COLUMN edges INTEGER NOT NULL DEFAULT 0;   -- open after it, one however many owners state it

CREATE TABLE text (
    id INTEGER PRIMARY KEY,
    value TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE node_key (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE node (
    id INTEGER PRIMARY KEY,
    node_id INTEGER NOT NULL,
    opened INTEGER NOT NULL,
    closed INTEGER NOT NULL,
    kinds INTEGER NOT NULL,
    name TEXT NOT NULL,
    properties TEXT NOT NULL            -- JSON object, members sorted
) STRICT;

CREATE INDEX node_by_key ON node (node_id, closed);

CREATE TABLE assertion (
    id INTEGER PRIMARY KEY,
    node_id INTEGER NOT NULL,
    fact_id INTEGER NOT NULL,
    owner_id INTEGER NOT NULL,          -- text
    opened INTEGER NOT NULL,
    closed INTEGER NOT NULL,
    weight INTEGER NOT NULL,
    kinds INTEGER NOT NULL,
    name TEXT NOT NULL,
    properties TEXT NOT NULL
) STRICT;

CREATE INDEX assertion_by_node ON assertion (node_id, closed);
CREATE INDEX assertion_by_owner ON assertion (owner_id, closed);

-- What parallel edges differ in and most edges do not have: technique, conditions, assumptions, ON target, properties.
CREATE TABLE edge_detail (
    id INTEGER PRIMARY KEY,
    content TEXT NOT NULL UNIQUE        -- JSON object
) STRICT;

-- One row is what one owner states of an edge. certainty, validity and detail are as in the model; evidence is written by EvidenceCode.
CREATE TABLE edge (
    id INTEGER PRIMARY KEY,
    from_id INTEGER NOT NULL,
    to_id INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    qualifier_id INTEGER NOT NULL,      -- text; 0 is the empty one
    owner_id INTEGER NOT NULL,          -- text
    opened INTEGER NOT NULL,
    closed INTEGER NOT NULL,
    certainty INTEGER NOT NULL,
    valid_from INTEGER,                 -- Unix seconds; null: since ever
    valid_until INTEGER,                -- Unix seconds; null: for ever
    disabled INTEGER NOT NULL,
    detail_id INTEGER NOT NULL,         -- 0: none
    evidence BLOB NOT NULL
) STRICT;

CREATE INDEX edge_by_key ON edge (from_id, to_id, kind, qualifier_id, closed);
CREATE INDEX edge_by_owner ON edge (owner_id, closed);

-- Edges that more than one owner stated at the same time, ever: a reader of the whole graph must merge these and no others.
CREATE TABLE shared_edge (
    from_id INTEGER NOT NULL,
    to_id INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    qualifier_id INTEGER NOT NULL,
    PRIMARY KEY (from_id, to_id, kind, qualifier_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE term (
    id INTEGER PRIMARY KEY,
    scope_id INTEGER NOT NULL,          -- text
    side INTEGER NOT NULL,
    join_key TEXT NOT NULL,
    content TEXT NOT NULL,
    opened INTEGER NOT NULL,
    closed INTEGER NOT NULL
) STRICT;

CREATE INDEX term_by_content ON term (join_key, scope_id, side, content, closed);
