PRAGMA busy_timeout = 5000;
PRAGMA query_only = ON;
PRAGMA mmap_size = 4294967296;
PRAGMA cache_size = -32768;
