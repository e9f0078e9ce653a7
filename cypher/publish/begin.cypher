// Takes the next number for a publication. Nothing of it is seen until publish/show.
MATCH (c:Case {case: $case})
SET c.locked = $claim
WITH c WHERE c.fence = $fence AND c.claim = $claim
SET c.leaseUntil = datetime.realtime().epochMillis + $lease
SET c.publications = coalesce(c.publications, 0) + 1
RETURN c.publications
