UNWIND $rows AS r
MATCH (a:Plain {id: r.from})
MATCH (b:Plain {id: r.to})
MERGE (a)-[e:$(r.type)]->(b)
SET e += r.properties, e.chunk = r.chunk, e.sinceRun = 1, e.evidence = r.evidence
