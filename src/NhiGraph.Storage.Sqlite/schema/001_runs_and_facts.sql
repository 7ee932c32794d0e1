-- Runs, what they read and the facts they found. An interval [opened, closed) names runs; an open one is closed at the largest integer, so that one comparison finds it.

CREATE TABLE store (
    id BLOB NOT NULL                    -- random, 16 bytes: tells a snapshot of this file from another's
) STRICT;

CREATE TABLE schema_step (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL
) STRICT;

CREATE TABLE run (
    id INTEGER PRIMARY KEY,
    kind INTEGER NOT NULL,
    state INTEGER NOT NULL,
    source TEXT,
    source_kind TEXT,
    rules_hash TEXT NOT NULL,
    started_at TEXT NOT NULL,
    finished_at TEXT,
    problems TEXT NOT NULL,             -- JSON array
    opened INTEGER NOT NULL DEFAULT 0,
    closed INTEGER NOT NULL DEFAULT 0,
    facts INTEGER NOT NULL DEFAULT 0    -- open after it
) STRICT;

CREATE INDEX run_by_source ON run (source);

CREATE TABLE dataset (
    id INTEGER PRIMARY KEY,
    source TEXT NOT NULL,
    scope TEXT NOT NULL,
    dataset TEXT NOT NULL,
    UNIQUE (source, scope, dataset)
) STRICT;

CREATE TABLE dataset_run (
    run INTEGER NOT NULL,
    position INTEGER NOT NULL,
    dataset_id INTEGER NOT NULL,
    state INTEGER NOT NULL,
    facts INTEGER NOT NULL,
    PRIMARY KEY (run, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX dataset_run_by_dataset ON dataset_run (dataset_id, state, run);

-- What a fact is, for ever; when it was there is in fact.
CREATE TABLE fact_key (
    id INTEGER PRIMARY KEY,
    dataset_id INTEGER NOT NULL,
    key TEXT NOT NULL,
    UNIQUE (dataset_id, key)
) STRICT;

CREATE TABLE fact (
    id INTEGER PRIMARY KEY,
    fact_id INTEGER NOT NULL,
    opened INTEGER NOT NULL,
    closed INTEGER NOT NULL,
    content TEXT NOT NULL,
    locator TEXT NOT NULL
) STRICT;

CREATE INDEX fact_by_key ON fact (fact_id, closed);
