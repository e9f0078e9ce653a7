// Accounts of the effective ledger, or named by a fact, that no row names: with a negative number, so that they are none of the records.
MATCH (c:Case {case: $case})
SET c.locked = $claim
WITH c WHERE c.fence = $fence AND c.step < $step
SET c.step = $step, c.leaseUntil = datetime.realtime().epochMillis + $lease
WITH c UNWIND $rows AS r
CREATE (:Published:Account {case: $case, publication: $publication, kind: 'Account', key: r[1], number: r[0], name: r[1]})
