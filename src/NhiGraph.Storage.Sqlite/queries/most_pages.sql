PRAGMA max_page_count =
