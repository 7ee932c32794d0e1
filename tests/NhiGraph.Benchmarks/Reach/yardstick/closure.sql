WITH RECURSIVE reached (node) AS (
    SELECT $start
    UNION
    SELECT head FROM reached JOIN walk ON tail = node
)
SELECT count(*) - 1 FROM reached;
