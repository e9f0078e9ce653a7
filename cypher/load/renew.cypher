// Keeps the lease; says how far this writer has come. No row = another one has taken over.
MATCH (c:Case {case: $case})
SET c.locked = $claim
WITH c WHERE c.fence = $fence AND c.claim = $claim
SET c.leaseUntil = datetime.realtime().epochMillis + $lease
RETURN c.step
