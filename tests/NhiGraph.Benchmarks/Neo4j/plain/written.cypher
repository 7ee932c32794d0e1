MATCH (n) WHERE n.sinceRun = $run
RETURN count(n) + COUNT { MATCH ()-[r]->() WHERE r.sinceRun = $run } AS written
