// Rows that may be what a person looks for; the program compares the letters itself, since the server folds some scripts otherwise.
MATCH (t:Transaction) WHERE t.case = $case AND t.number >= $from AND t.number < $to
  AND ($account IS NULL OR t.account IN $account OR t.counterparty IN $account)
  AND ($first IS NULL OR (t.bookingDay >= date($first) AND t.bookingDay <= date($last)))
  AND ($text IS NULL OR t.account IN $named OR t.counterparty IN $named OR t.row = $row
    OR toUpper(t.text) CONTAINS toUpper($text) OR toUpper(t.counterpartyName) CONTAINS toUpper($text) OR toUpper(t.reference) CONTAINS toUpper($text)
    OR toUpper(t.endToEndId) CONTAINS toUpper($text) OR toUpper(t.localId) CONTAINS toUpper($text))
RETURN t.number, t.account, t.counterparty, toString(t.bookingDay), t.row, t.statement, t.minor, t.counterMinor, t.currency, t.reference, t.endToEndId, t.localId, t.counterpartyName, t.text
ORDER BY t.case, t.number
