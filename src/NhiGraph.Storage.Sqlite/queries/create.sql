-- 0x4E484947 is "NHIG". The page size must be set before the first table.
PRAGMA page_size = 8192;
PRAGMA journal_mode = WAL;
PRAGMA application_id = 1313360199;
