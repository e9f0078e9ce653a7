// Rows by a range of their numbers, in order from the index.
MATCH (t:Transaction) WHERE t.case = $case AND t.number >= $from AND t.number < $to
RETURN t.number, t.account, t.counterparty, toString(t.bookingDay), t.row, t.statement, t.minor, t.counterMinor, toString(t.valueDay), t.instant, t.currency, t.counterCurrency, t.kind, t.origin,
  t.balance, t.counterBalance, t.reference, t.endToEndId, t.localId, CASE WHEN $texts THEN t.counterpartyName END, CASE WHEN $texts THEN t.text END
ORDER BY t.case, t.number
