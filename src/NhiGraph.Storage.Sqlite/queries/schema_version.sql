SELECT max(number) FROM schema_step
