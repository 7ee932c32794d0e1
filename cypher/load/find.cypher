// Question: a page of the nodes that a listing has, in its order, of the graph as it is.
// Parameters: $run integer; $kinds list of labels or null for any; $where list of {p: property, any: list of texts or null, none: whether a node without it is let through,
//   before, after: bounds or null}; $by property to order by, or null for the name; $descending boolean;
//   $afterMissing, $afterKey, $afterId: where the page before ended, or null; $first integer
// Relies on: NodeByLabelScan or NodeIndexSeekByRange
MATCH (x:Entity) WHERE x.sinceRun <= $run AND (x.untilRun IS NULL OR x.untilRun > $run)
WITH x, labels(x) AS kinds
WITH x, kinds
WHERE ($kinds IS NULL OR any(kind IN kinds WHERE kind IN $kinds))
  AND all(f IN $where WHERE (f.any IS NULL OR toString(x[f.p]) IN f.any OR (f.none AND x[f.p] IS NULL))
    AND (f.before IS NULL OR coalesce(x['rawsort:' + f.p], toString(x[f.p])) < f.before)
    AND (f.after IS NULL OR coalesce(x['rawsort:' + f.p], toString(x[f.p])) >= f.after))
WITH x.id AS id, coalesce(x.sortId, x.id) AS sortId, CASE WHEN $by IS NULL THEN x.sortName ELSE coalesce(x['sort:' + $by], toLower(toString(x[$by]))) END AS sortKey
WITH id, sortId, sortKey, CASE WHEN sortKey IS NULL THEN 1 ELSE 0 END AS missing
WHERE $afterId IS NULL OR missing > $afterMissing OR (missing = $afterMissing AND CASE
  WHEN missing = 1 THEN CASE WHEN $descending THEN sortId < $afterId ELSE sortId > $afterId END
  WHEN $descending THEN sortKey < $afterKey OR (sortKey = $afterKey AND sortId < $afterId)
  ELSE sortKey > $afterKey OR (sortKey = $afterKey AND sortId > $afterId) END)
RETURN id
ORDER BY missing, CASE WHEN $descending THEN null ELSE sortKey END, CASE WHEN $descending THEN sortKey END DESC,
  CASE WHEN $descending THEN null ELSE sortId END, CASE WHEN $descending THEN sortId END DESC
LIMIT $first
