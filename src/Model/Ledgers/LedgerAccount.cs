namespace FinInvest.Graph.Model.Ledgers;

/// <summary>An account as the effective ledger sees it. Index 0 of the ledger is always OUTSIDE.</summary>
/// <param name="Covered">Reconciled periods, ascending, adjoining ones merged; empty unless Reconciled.</param>
/// <param name="StatedAsOf">The day the closing composition is stated for (last reconciled day, at most the as-of date).</param>
public sealed record LedgerAccount(string Id, string Currency, AccountCoverage Coverage, IReadOnlyList<DayRange> Covered, Day StatedAsOf)
{
    public const int Outside = 0;

    /// <summary>Whether what leaves at a gap that begins after this day has left for good: no later period counts, even one that began with nothing.</summary>
    public bool IsLastDay(Day day) => day >= StatedAsOf;
}
