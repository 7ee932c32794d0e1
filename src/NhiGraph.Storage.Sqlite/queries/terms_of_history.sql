SELECT scope_id, side, join_key, content, opened, closed FROM term WHERE closed > opened
