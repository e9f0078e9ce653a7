// Makes a load visible, all of it at once: the case counts what came. Only the holder of the lease, and only once; the same claim again is told what it did.
MATCH (c:Case {case: $case})
SET c.locked = $claim
WITH c, c.fence = $fence AND c.loads = $load - 1 AS first
CALL (c, first) {
  WITH c WHERE first
  CREATE (l:Load {case: $case, load: $load, claim: $claim, decisions: c.decisions, committedAt: $now})
  SET c.loads = $load, c.documents = $documents, c.accounts = $accounts, c.statements = $statements, c.currencies = $currencies, c.rows = $rows, c.facts = $facts, c.rejects = $rejects
  WITH l UNWIND $receipts AS r
  MATCH (d:Document {case: $case, number: r[0]})
  CREATE (l)-[:RECEIVED {place: r[1], name: r[2], partner: r[3], mapping: r[4], alreadyHeld: r[5]}]->(d)
  RETURN count(*) AS received
}
OPTIONAL MATCH (l:Load {case: $case, load: $load})
RETURN l.claim = $claim AS mine, l.decisions, received
