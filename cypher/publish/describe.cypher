// What is known of the accounts themselves, on their own nodes.
MATCH (c:Case {case: $case})
SET c.locked = $claim
WITH c WHERE c.fence = $fence AND c.claim = $claim
SET c.leaseUntil = datetime.realtime().epochMillis + $lease
WITH c UNWIND $rows AS r
MATCH (a:Account {case: $case, number: r[0]})
SET a.publication = $publication, a.name = r[1], a.currency = r[2], a.coverage = r[3], a.institution = r[4], a.country = r[5], a.iban = r[6], a.title = r[7]
RETURN count(a)
