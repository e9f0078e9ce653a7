// Gaps in coverage
// Parameters: $case.
// Answers: every gap between the periods of an account that reconcile, every statement that does not reconcile with the reason, and every account that has rows but no statement that counts.
MATCH (g:PublishedGraph {case: $case})
CALL (g) {
  MATCH (n:Published {case: $case, publication: g.publication, kind: 'Gap'}) WHERE n.key >= ''
  RETURN n.account AS account, 'gap' AS what, toString(n.lastCovered) AS after, toString(n.returns) AS until, 'balance ' + n.balanceOut + ' before it, ' + coalesce(toString(n.balanceBack), 'none') + ' after it' AS why
  UNION ALL
  MATCH (n:Published {case: $case, publication: g.publication, kind: 'Statement'}) WHERE n.key >= '' AND NOT n.reconciles
  RETURN n.account AS account, 'statement ' + n.statement AS what, toString(n.from) AS after, toString(n.to) AS until, n.reason AS why
  UNION ALL
  MATCH (n:Account) WHERE n.case = $case AND n.name >= '' AND n.publication = g.publication AND n.coverage <> 'reconciled'
  RETURN n.name AS account, n.coverage AS what, null AS after, null AS until, (count { (n)-[:PERFORMS]->() } + count { (n)<-[:BENEFITS_TO]-() }) + ' rows name it' AS why
}
RETURN account, what, after, until, why ORDER BY account, what, after
