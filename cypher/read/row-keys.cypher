// What identifies some rows, in the order of the index.
MATCH (t:Transaction) WHERE t.case = $case AND t.number >= $from AND t.number < $to
RETURN t.number, t.document, t.statement, t.row ORDER BY t.case, t.number
