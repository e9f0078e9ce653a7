// How many decisions the case and its loads have counted.
MATCH (c:Case {case: $case})
OPTIONAL MATCH (l:Load) WHERE l.case = $case AND l.load = c.loads
RETURN CASE WHEN coalesce(l.decisions, 0) > c.decisions THEN l.decisions ELSE c.decisions END
