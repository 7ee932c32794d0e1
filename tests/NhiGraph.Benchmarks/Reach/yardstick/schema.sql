-- What the engine walks under the plain options, and the ranges that hubs cover.
CREATE TABLE walk (tail INTEGER NOT NULL, head INTEGER NOT NULL, PRIMARY KEY (tail, head)) WITHOUT ROWID;
CREATE TABLE cover (hub INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, PRIMARY KEY (hub, first)) WITHOUT ROWID;
CREATE TABLE counted (position INTEGER PRIMARY KEY);
