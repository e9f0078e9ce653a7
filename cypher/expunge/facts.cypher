// Facts of a document that was taken out, some at a time. Repeated until none is left.
MATCH (c:Case {case: $case})
SET c.locked = $claim
WITH c WHERE c.fence = $fence AND c.claim = $claim
SET c.leaseUntil = datetime.realtime().epochMillis + $lease
WITH c
OPTIONAL MATCH (f:Fact) WHERE f.case = $case AND f.number > 0 AND f.document = $document
WITH f LIMIT $limit
DETACH DELETE f
RETURN count(f)
