CALL db.clearQueryCaches() YIELD value
RETURN 0
