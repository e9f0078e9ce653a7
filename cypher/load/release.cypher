// Gives the lease back.
MATCH (c:Case {case: $case})
SET c.locked = $claim
WITH c WHERE c.fence = $fence AND c.claim = $claim
SET c.leaseUntil = 0, c.holder = '', c.claim = ''
