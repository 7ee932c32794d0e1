SELECT count(*) FROM sqlite_schema WHERE name = 'schema_step'
