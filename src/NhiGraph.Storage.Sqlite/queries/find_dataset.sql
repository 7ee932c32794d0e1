SELECT id FROM dataset WHERE source = ?1 AND scope = ?2 AND dataset = ?3
