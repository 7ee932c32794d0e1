UNWIND $rows AS r
MATCH (a:Entity {id: r.from})
MATCH (b:Entity {id: r.to})
MERGE (a)-[e:$(r.type) {chunk: r.chunk}]->(b)
SET e += r.properties, e.sinceRun = 1, e.evidence = r.evidence
