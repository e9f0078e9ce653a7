// Rows behind a transfer
// Parameters: $case; $transfer, the key of a TRANSFER such as 12.
// Answers: each row of a source that stands behind the transfer, as it was read, the row's name as fininvest show takes it, and the items of evidence that support it. No row: the transfer is made of
// a stated balance (an opening, a gap).
MATCH (g:PublishedGraph {case: $case})
WITH g.publication AS publication
MATCH (debited)-[t:TRANSFER]->(credited) USING INDEX t:TRANSFER(case, publication, key) WHERE t.case = $case AND t.publication = publication AND t.key = $transfer
UNWIND CASE WHEN size(t.rows) = 0 THEN [null] ELSE t.rows END AS number
OPTIONAL MATCH (r:Transaction {case: $case, number: number})
OPTIONAL MATCH (d:Document {case: $case, number: r.document})
OPTIONAL MATCH (s:Name {case: $case, kind: 'statement', number: r.statement})
RETURN debited.name AS debited, credited.name AS credited, t.kind AS kind, t.minor AS minor, t.currency AS currency, left(d.sha256, 6) + '/' + s.name + '/' + r.row AS row, d.name AS document,
  r.minor AS rowMinor, toString(r.bookingDay) AS booked, r.counterpartyName AS counterparty, r.text AS text, COLLECT { MATCH (r)<-[l:SUPPORTS]-(e) WHERE l.publication = publication RETURN e.item ORDER BY e.item } AS evidence
ORDER BY row
