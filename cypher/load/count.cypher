// Question: how many nodes does a listing have, of the graph as it is?
// Parameters: $run integer; $kinds list of labels or null for any; $where list of {p: property, any: list of texts or null, none: whether a node without it is let through,
//   before, after: bounds or null}
// Relies on: NodeByLabelScan or NodeIndexSeekByRange
MATCH (x:Entity) WHERE x.sinceRun <= $run AND (x.untilRun IS NULL OR x.untilRun > $run)
WITH x, labels(x) AS kinds
WITH x, kinds
WHERE ($kinds IS NULL OR any(kind IN kinds WHERE kind IN $kinds))
  AND all(f IN $where WHERE (f.any IS NULL OR toString(x[f.p]) IN f.any OR (f.none AND x[f.p] IS NULL))
    AND (f.before IS NULL OR coalesce(x['rawsort:' + f.p], toString(x[f.p])) < f.before)
    AND (f.after IS NULL OR coalesce(x['rawsort:' + f.p], toString(x[f.p])) >= f.after))
RETURN count(*) AS total
