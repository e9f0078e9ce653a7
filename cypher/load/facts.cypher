// Facts as the documents state them, each with its canonical body. What they mean together is published beside them.
MATCH (c:Case {case: $case})
SET c.locked = $claim
WITH c WHERE c.fence = $fence AND c.step < $step
SET c.step = $step, c.leaseUntil = datetime.realtime().epochMillis + $lease
WITH c UNWIND $rows AS r
CREATE (:Fact {case: $case, load: $load, number: r[0], document: r[1], row: r[2], kind: r[3], id: r[4], body: r[5]})
