// Question: how many nodes do a person's words find, of any version?
// Parameters: $run integer; $kinds list of labels or null for any; $where list of {p: property, any: list of texts or null, none: whether a node without it is let through,
//   before, after: bounds or null};
//   $text, $separator texts as x.search has them
// Relies on: NodeIndexContainsScan; NodeIndexSeekByRange
CALL () {
  MATCH (x:NextState) WHERE x.sinceRun <= $run AND x.search CONTAINS $text
  RETURN x, x.kinds AS kinds
  UNION ALL
  MATCH (x:Entity) WHERE x.sinceRun <= $run AND (x.untilRun IS NULL OR x.untilRun > $run) AND NOT EXISTS { MATCH (y:NextState {id: x.id}) WHERE y.sinceRun <= $run } AND x.search CONTAINS $text
  RETURN x, labels(x) AS kinds
  UNION ALL
  MATCH (x:PastNode) WHERE x.untilRun > $run AND x.sinceRun <= $run AND x.search CONTAINS $text
  RETURN x, x.kinds AS kinds
}
WITH x, kinds
WHERE ($kinds IS NULL OR any(kind IN kinds WHERE kind IN $kinds))
  AND all(f IN $where WHERE (f.any IS NULL OR toString(x[f.p]) IN f.any OR (f.none AND x[f.p] IS NULL))
    AND (f.before IS NULL OR coalesce(x['rawsort:' + f.p], toString(x[f.p])) < f.before)
    AND (f.after IS NULL OR coalesce(x['rawsort:' + f.p], toString(x[f.p])) >= f.after))
WITH x, split(x.search, $separator) AS t
WITH x, t, ':' + t[1] + ':' AS key
WITH x, CASE
  WHEN $text IN t THEN 0
  WHEN key CONTAINS ':' + $text + ':' OR key CONTAINS ':' + $text + '/' OR key CONTAINS '/' + $text + ':' OR key CONTAINS '/' + $text + '/' THEN 1
  WHEN t[0] STARTS WITH $text THEN 2
  WHEN t[0] CONTAINS $text THEN 3
  WHEN any(i IN t[1..] WHERE i CONTAINS $text) THEN 4
  ELSE 5 END AS rank
WHERE rank < 5
RETURN count(*) AS total
