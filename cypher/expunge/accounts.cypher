// Names of accounts that no row uses any more, some at a time. Repeated until none is left.
MATCH (c:Case {case: $case})
SET c.locked = $claim
WITH c WHERE c.fence = $fence AND c.claim = $claim
SET c.leaseUntil = datetime.realtime().epochMillis + $lease
WITH c
OPTIONAL MATCH (a:Account) WHERE a.case = $case AND a.number > 0 AND NOT EXISTS { (a)-[:PERFORMS]->() } AND NOT EXISTS { (a)<-[:BENEFITS_TO]-() }
WITH a LIMIT $limit
DETACH DELETE a
RETURN count(a)
