// What has been committed; no row = no such case.
MATCH (c:Case {case: $case}) RETURN c.loads, c.decisions, c.rows
