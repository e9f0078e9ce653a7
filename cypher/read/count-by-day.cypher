// How many rows are booked on some days: from the index alone.
MATCH (t:Transaction) WHERE t.case = $case AND t.bookingDay >= date($first) AND t.bookingDay <= date($last)
RETURN count(*)
