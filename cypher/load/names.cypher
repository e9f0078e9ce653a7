// New names of statements and currencies, numbered in the order they came.
MATCH (c:Case {case: $case})
SET c.locked = $claim
WITH c WHERE c.fence = $fence AND c.step < $step
SET c.step = $step, c.leaseUntil = datetime.realtime().epochMillis + $lease
WITH c UNWIND $rows AS r
CREATE (:Name {case: $case, load: $load, kind: r[0], number: r[1], name: r[2]})
