// Nodes of some publications, with what ties them, some at a time. Repeated until none is left.
MATCH (c:Case {case: $case})
SET c.locked = $claim
WITH c WHERE c.fence = $fence AND c.claim = $claim
SET c.leaseUntil = datetime.realtime().epochMillis + $lease
WITH c
OPTIONAL MATCH (n:Published) WHERE n.case = $case AND n.publication >= $from AND n.publication < $to AND n.kind >= '' AND n.key >= ''
WITH n LIMIT $limit
DETACH DELETE n
RETURN count(n)
