// Rows that could not be read, kept whole.
MATCH (c:Case {case: $case})
SET c.locked = $claim
WITH c WHERE c.fence = $fence AND c.step < $step
SET c.step = $step, c.leaseUntil = datetime.realtime().epochMillis + $lease
WITH c UNWIND $rows AS r
CREATE (:Reject {case: $case, load: $load, number: r[0], document: r[1], code: r[2], file: r[3], row: r[4], column: r[5], text: r[6], sentence: r[7], raw: r[8]})
