// Some rows, in the order they are asked for.
UNWIND $numbers AS number
MATCH (t:Transaction {case: $case, number: number})
RETURN t.number, t.account, t.counterparty, toString(t.bookingDay), t.row, t.statement, t.minor, t.counterMinor, toString(t.valueDay), t.instant, t.currency, t.counterCurrency, t.kind, t.origin,
  t.balance, t.counterBalance, t.reference, t.endToEndId, t.localId, CASE WHEN $texts THEN t.counterpartyName END, CASE WHEN $texts THEN t.text END
