// What ties the facts to each other, to accounts, rows and documents. An end is a published node by its kind and key, or a record by its number.
MATCH (c:Case {case: $case})
SET c.locked = $claim
WITH c WHERE c.fence = $fence AND c.step < $step
SET c.step = $step, c.leaseUntil = datetime.realtime().epochMillis + $lease
WITH c UNWIND $rows AS r
CALL (r) {
  MATCH (n:Published {case: $case, publication: $publication, kind: r[1], key: r[2]}) RETURN n AS a
  UNION ALL
  MATCH (n:Account {case: $case, number: r[3]}) RETURN n AS a
  UNION ALL
  MATCH (n:Transaction {case: $case, number: r[4]}) RETURN n AS a
  UNION ALL
  MATCH (n:Document {case: $case, number: r[5]}) RETURN n AS a
}
CALL (r) {
  MATCH (n:Published {case: $case, publication: $publication, kind: r[6], key: r[7]}) RETURN n AS b
  UNION ALL
  MATCH (n:Account {case: $case, number: r[8]}) RETURN n AS b
  UNION ALL
  MATCH (n:Transaction {case: $case, number: r[9]}) RETURN n AS b
  UNION ALL
  MATCH (n:Document {case: $case, number: r[10]}) RETURN n AS b
}
CREATE (a)-[l:$(r[0]) {case: $case, publication: $publication}]->(b)
SET l += r[11]
FOREACH (d IN r[12] | SET l[d[0]] = date(d[1]))
FOREACH (d IN r[13] | SET l[d[0]] = toFloat(d[1]))
