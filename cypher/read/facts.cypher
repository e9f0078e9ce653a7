// Facts up to a load, in the order they came.
MATCH (f:Fact) WHERE f.case = $case AND f.number > 0 AND f.load <= $load
RETURN f.document, f.row, f.load, f.kind, f.body ORDER BY f.case, f.number
