INSERT INTO fact (fact_id, opened, closed, content, locator) VALUES (?1, ?2, 9223372036854775807, ?3, ?4)
