UNWIND $rows AS r
MERGE (n:Plain {id: r.id})
SET n += r.properties, n:$(r.labels)
