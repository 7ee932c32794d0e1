SELECT fact_id FROM fact c WHERE closed = ?1 AND closed < 9223372036854775807
AND NOT EXISTS (SELECT 1 FROM fact o WHERE o.fact_id = c.fact_id AND o.closed > ?1 AND o.opened = ?1)
