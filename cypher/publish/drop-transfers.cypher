// Transfers of some publications, some at a time. Repeated until none is left.
MATCH (c:Case {case: $case})
SET c.locked = $claim
WITH c WHERE c.fence = $fence AND c.claim = $claim
SET c.leaseUntil = datetime.realtime().epochMillis + $lease
WITH c
OPTIONAL MATCH ()-[t:TRANSFER]->() USING INDEX t:TRANSFER(case, publication, key) WHERE t.case = $case AND t.publication >= $from AND t.publication < $to AND t.key >= 0
WITH t LIMIT $limit
DELETE t
RETURN count(t)
