// Numbers of the rows booked on some days.
MATCH (t:Transaction) WHERE t.case = $case AND t.bookingDay >= date($first) AND t.bookingDay <= date($last) AND t.number >= $from AND t.number < $to
RETURN t.number
