// Rejected rows of a document that was taken out, some at a time. Repeated until none is left.
MATCH (c:Case {case: $case})
SET c.locked = $claim
WITH c WHERE c.fence = $fence AND c.claim = $claim
SET c.leaseUntil = datetime.realtime().epochMillis + $lease
WITH c
OPTIONAL MATCH (r:Reject) WHERE r.case = $case AND r.number > 0 AND r.document = $document
WITH r LIMIT $limit
DETACH DELETE r
RETURN count(r)
