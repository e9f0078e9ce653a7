// One batch of rows, each a Transaction between the account that performs it and the one that benefits. A batch is there whole or not at all; the same batch again does nothing.
MATCH (c:Case {case: $case})
SET c.locked = $claim
WITH c WHERE c.fence = $fence AND c.step < $step
SET c.step = $step, c.leaseUntil = datetime.realtime().epochMillis + $lease
WITH c UNWIND $rows AS r
MATCH (performs:Account {case: $case, number: r[1]})
MATCH (benefits:Account {case: $case, number: r[2]})
CREATE (performs)-[:PERFORMS]->(:Transaction {
  case: $case, load: $load, number: r[0], document: r[23], statement: r[3], row: r[4], account: r[5], counterparty: r[6], minor: r[7], counterMinor: r[8],
  bookingDay: date(r[9]), valueDay: date(r[10]), instant: r[11], currency: r[12], counterCurrency: r[13], kind: r[14], origin: r[15], balance: r[16], counterBalance: r[17],
  reference: r[18], endToEndId: r[19], localId: r[20], counterpartyName: r[21], text: r[22]
})-[:BENEFITS_TO]->(benefits)
