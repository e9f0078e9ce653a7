// Takes a document out of what anybody sees, and records it by a decision, all at once. Only the holder of the lease; the same again changes nothing.
MATCH (c:Case {case: $case})
SET c.locked = $claim
WITH c WHERE c.fence = $fence AND c.claim = $claim
SET c.leaseUntil = datetime.realtime().epochMillis + $lease
WITH c
MATCH (d:Document {case: $case, number: $document})
WITH c, d, d.expunged IS NULL AS first
FOREACH (_ IN CASE WHEN first THEN [1] ELSE [] END |
  SET d.expunged = true, d.firstGone = d.firstRow, d.endGone = d.firstRow + d.postings, d.name = '', d.bytes = 0, d.partner = '', d.mapping = '', d.postings = 0, d.facts = 0, d.rejects = 0
  CREATE (:Decision {case: $case, number: $decision, kind: 'expunge', subject: $subject, value: $value, decidedBy: $by, decidedOn: date($on), reason: $reason, item: $item, replaces: 0, body: $body, previousLink: $previous, link: $link})
  SET c.decisions = $decision)
WITH d
OPTIONAL MATCH (:Load)-[r:RECEIVED]->(d)
SET r.name = '', r.partner = '', r.mapping = ''
RETURN count(DISTINCT d)
