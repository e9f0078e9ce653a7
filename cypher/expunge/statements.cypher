// Names of statements that no row uses any more.
MATCH (c:Case {case: $case})
SET c.locked = $claim
WITH c WHERE c.fence = $fence AND c.claim = $claim
SET c.leaseUntil = datetime.realtime().epochMillis + $lease
WITH c
OPTIONAL MATCH (t:Transaction) WHERE t.case = $case AND t.number > 0
WITH collect(DISTINCT t.statement) AS used
OPTIONAL MATCH (n:Name) WHERE n.case = $case AND n.kind = 'statement' AND n.number > 0 AND NOT n.number IN used
WITH n LIMIT $limit
DETACH DELETE n
RETURN count(n)
