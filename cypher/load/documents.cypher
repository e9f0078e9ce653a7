// Documents that have come to their end, with the range of their rows.
MATCH (c:Case {case: $case})
SET c.locked = $claim
WITH c WHERE c.fence = $fence AND c.step < $step
SET c.step = $step, c.leaseUntil = datetime.realtime().epochMillis + $lease
WITH c UNWIND $rows AS r
CREATE (:Document {case: $case, load: $load, number: r[0], sha256: r[1], name: r[2], bytes: r[3], partner: r[4], mapping: r[5], firstRow: r[6], postings: r[7], facts: r[8], rejects: r[9], expunged: r[10]})
