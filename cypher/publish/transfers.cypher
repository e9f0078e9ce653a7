// Effective transfers from the account that is debited to the one that is credited. The key is the number of the movement in this version, as in the tables of fininvest export.
MATCH (c:Case {case: $case})
SET c.locked = $claim
WITH c WHERE c.fence = $fence AND c.step < $step
SET c.step = $step, c.leaseUntil = datetime.realtime().epochMillis + $lease
WITH c UNWIND $rows AS r
MATCH (debited:Account {case: $case, number: r[1]})
MATCH (credited:Account {case: $case, number: r[2]})
CREATE (debited)-[:TRANSFER {
  case: $case, publication: $publication, version: $version, key: r[0], kind: r[3], minor: r[4], currency: r[5], creditMinor: r[6], creditCurrency: r[7], debitDay: date(r[8]), creditDay: date(r[9]),
  debitAt: datetime(r[10]), creditAt: datetime(r[11]), debitPosition: r[12], creditPosition: r[13], flags: r[14], rows: r[15], documents: r[16]
}]->(credited)
