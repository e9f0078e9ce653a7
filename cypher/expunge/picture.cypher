// The published picture may show what the document said: it goes as a whole and is published again. Repeated until none is left.
MATCH (c:Case {case: $case})
SET c.locked = $claim
WITH c WHERE c.fence = $fence AND c.claim = $claim
SET c.leaseUntil = datetime.realtime().epochMillis + $lease
WITH c
CALL (c) {
  MATCH (n:Party) WHERE n.case = $case AND n.id >= '' RETURN n LIMIT $limit
  UNION ALL
  MATCH (n:Act) WHERE n.case = $case AND n.id >= '' RETURN n LIMIT $limit
  UNION ALL
  MATCH (n:Episode) WHERE n.case = $case AND n.id >= '' RETURN n LIMIT $limit
  UNION ALL
  MATCH (n:Asset) WHERE n.case = $case AND n.id >= '' RETURN n LIMIT $limit
  UNION ALL
  MATCH (n:EvidenceItem) WHERE n.case = $case AND n.id >= '' RETURN n LIMIT $limit
  UNION ALL
  MATCH (n:RootSource) WHERE n.case = $case AND n.id >= '' RETURN n LIMIT $limit
  UNION ALL
  MATCH (n:Partner) WHERE n.case = $case AND n.id >= '' RETURN n LIMIT $limit
  UNION ALL
  MATCH (n:Request) WHERE n.case = $case AND n.id >= '' RETURN n LIMIT $limit
  UNION ALL
  MATCH (n:Gap) WHERE n.case = $case AND n.id >= '' RETURN n LIMIT $limit
  UNION ALL
  MATCH ()-[n:TRANSFER]->() WHERE n.case = $case AND n.key >= '' RETURN n LIMIT $limit
}
DETACH DELETE n
RETURN count(*)
