SELECT count(*) FROM run WHERE ?1 IS NULL OR source = ?1
