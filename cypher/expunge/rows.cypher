// Rows of a document that was taken out, some at a time. Repeated until none is left.
MATCH (c:Case {case: $case})
SET c.locked = $claim
WITH c WHERE c.fence = $fence AND c.claim = $claim
SET c.leaseUntil = datetime.realtime().epochMillis + $lease
WITH c
OPTIONAL MATCH (d:Document {case: $case, number: $document}) WHERE d.expunged
CALL (d) {
  MATCH (t:Transaction) WHERE t.case = $case AND t.number >= d.firstGone AND t.number < d.endGone
  WITH t LIMIT $limit
  DETACH DELETE t
  RETURN count(*) AS gone
}
RETURN gone
