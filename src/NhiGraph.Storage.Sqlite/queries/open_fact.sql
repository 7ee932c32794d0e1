SELECT id, content FROM fact WHERE fact_id = ?1 AND closed = 9223372036854775807
