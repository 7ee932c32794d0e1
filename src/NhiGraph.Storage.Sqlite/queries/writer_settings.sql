-- FULL: a published run is on the disk before it is acknowledged. The spilled pages of a large run go to the WAL.
PRAGMA busy_timeout = 250;
PRAGMA synchronous = FULL;
PRAGMA cache_size = -262144;
PRAGMA mmap_size = 4294967296;
PRAGMA journal_size_limit = 67108864;
