UNWIND $rows AS r
MERGE (n:Plain {id: r.p.id})
SET n += r.p, n.sinceRun = 1, n.firstRun = 1, n:$(r.l)
FOREACH (d IN r.d | SET n[d[0]] = datetime(d[1]))
