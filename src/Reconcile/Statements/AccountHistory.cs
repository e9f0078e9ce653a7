namespace FinInvest.Graph.Reconcile.Statements;

/// <summary>What the case knows of one account's movements.</summary>
/// <param name="Periods">Ascending, not overlapping; one without balances where the account is unreconciled.</param>
internal sealed record AccountHistory(int Account, AccountCoverage Coverage, IReadOnlyList<Period> Periods);
