namespace FinInvest.Graph.Model.Ledgers;

/// <summary>All that Reconcile hands on: the effective ledger, the register on it, and what a person must see about how it was made.</summary>
/// <param name="Statements">One row a statement: does it reconcile, and why not (Schedule A).</param>
/// <param name="Pairs">Movements both banks report: debit row, credit row, reason.</param>
/// <param name="Notes">Flags in plain words, ordinal order ("statement S0a does not reconcile", "OUTSIDE: A02 1-51").</param>
/// <param name="Refused">Facts that could not be tied to the ledger (proceeds naming two rows, a two-currency transfer), each with a sentence.</param>
/// <param name="Passages">Movements that passed a conduit, went into a pool or came out of one, ascending; null = none.</param>
public sealed record Reconciliation(Ledger Ledger, Register Register, CaseFacts Facts, IReadOnlyList<StatementCheck> Statements, IReadOnlyList<LegPair> Pairs,
    IReadOnlyList<UnmatchedLeg> Unmatched, IReadOnlyList<string> Notes, IReadOnlyList<Refusal> Refused,
    IReadOnlyList<Passage>? Passages = null);
