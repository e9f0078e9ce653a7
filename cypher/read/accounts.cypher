// Names of accounts up to a load, in the order they came.
MATCH (a:Account) WHERE a.case = $case AND a.number > 0 AND a.load <= $load
RETURN a.number, a.id ORDER BY a.case, a.number
