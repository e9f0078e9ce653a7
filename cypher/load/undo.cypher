// Removes what a load left that was never committed: everything beyond the numbers that the case counts. Repeated until nothing is left.
MATCH (c:Case {case: $case})
SET c.locked = $claim
WITH c WHERE c.fence = $fence
SET c.leaseUntil = datetime.realtime().epochMillis + $lease
WITH c
CALL (c) {
  MATCH (n:Transaction) WHERE n.case = $case AND n.number > c.rows RETURN n LIMIT $limit
  UNION ALL
  MATCH (n:Account) WHERE n.case = $case AND n.number > c.accounts RETURN n LIMIT $limit
  UNION ALL
  MATCH (n:Name) WHERE n.case = $case AND n.kind = 'statement' AND n.number > c.statements RETURN n LIMIT $limit
  UNION ALL
  MATCH (n:Name) WHERE n.case = $case AND n.kind = 'currency' AND n.number > c.currencies RETURN n LIMIT $limit
  UNION ALL
  MATCH (n:Fact) WHERE n.case = $case AND n.number > c.facts RETURN n LIMIT $limit
  UNION ALL
  MATCH (n:Reject) WHERE n.case = $case AND n.number > c.rejects RETURN n LIMIT $limit
  UNION ALL
  MATCH (n:Document) WHERE n.case = $case AND n.number > c.documents RETURN n LIMIT $limit
}
DETACH DELETE n
RETURN count(*)
