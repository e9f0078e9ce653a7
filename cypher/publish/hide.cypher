// Takes away what makes a publication seen; what it consists of is removed after that.
MATCH (c:Case {case: $case})
SET c.locked = $claim
WITH c WHERE c.fence = $fence AND c.claim = $claim
SET c.leaseUntil = datetime.realtime().epochMillis + $lease
WITH c
OPTIONAL MATCH (g:PublishedGraph {case: $case})
DELETE g
RETURN count(g)
