WITH RECURSIVE reached (node) AS (
    SELECT $start
    UNION
    SELECT head FROM reached JOIN walk ON tail = node
)
SELECT count(DISTINCT position)
FROM reached
JOIN cover ON hub = node
JOIN counted ON position BETWEEN first AND last;
