// New names of accounts, numbered in the order they came.
MATCH (c:Case {case: $case})
SET c.locked = $claim
WITH c WHERE c.fence = $fence AND c.step < $step
SET c.step = $step, c.leaseUntil = datetime.realtime().epochMillis + $lease
WITH c UNWIND $rows AS r
CREATE (:Account {case: $case, load: $load, number: r[0], id: r[1]})
