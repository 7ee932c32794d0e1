UNWIND $rows AS r
MERGE (x:PlainAssertion {node: r.node, dataset: r.dataset, key: r.key, chunk: r.chunk})
SET x.weight = r.weight, x.content = r.content, x.sinceRun = 1
