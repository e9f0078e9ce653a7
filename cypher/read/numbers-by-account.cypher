// Numbers of the rows that name some accounts on either side.
UNWIND $accounts AS number
MATCH (a:Account {case: $case, number: number})
MATCH (a)-[:PERFORMS|BENEFITS_TO]-(t:Transaction) WHERE t.number >= $from AND t.number < $to AND ($first IS NULL OR (t.bookingDay >= date($first) AND t.bookingDay <= date($last)))
RETURN t.number
