// What an earlier publication wrote on accounts, by a range of their numbers.
MATCH (c:Case {case: $case})
SET c.locked = $claim
WITH c WHERE c.fence = $fence AND c.claim = $claim
SET c.leaseUntil = datetime.realtime().epochMillis + $lease
WITH c
OPTIONAL MATCH (a:Account) WHERE a.case = $case AND a.number >= $from AND a.number < $to AND a.publication <> $keep
REMOVE a.publication, a.name, a.currency, a.coverage, a.institution, a.country, a.iban, a.title
RETURN count(a)
