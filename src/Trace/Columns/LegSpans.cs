using FinInvest.Graph.Model.Ledgers;

namespace FinInvest.Graph.Trace.Columns;

/// <summary>The columns that say whose a leg is and of which day, taken once for a loop over all legs.</summary>
internal readonly ref struct LegSpans(Ledger ledger)
{
    private readonly ReadOnlySpan<int> debited = ledger.Debited.Span;
    private readonly ReadOnlySpan<int> credited = ledger.Credited.Span;
    private readonly ReadOnlySpan<int> debitDay = ledger.DebitDay.Span;
    private readonly ReadOnlySpan<int> creditDay = ledger.CreditDay.Span;

    /// <summary>All legs in case order.</summary>
    public ReadOnlySpan<int> Legs { get; } = ledger.Legs.Span;

    public int Account(int leg) => (leg & 1) == 0 ? debited[leg >> 1] : credited[leg >> 1];

    public int Day(int leg) => (leg & 1) == 0 ? debitDay[leg >> 1] : creditDay[leg >> 1];

    /// <summary>Whether the other side of a leg's movement is OUTSIDE.</summary>
    public bool FacesOutside(int leg) => ((leg & 1) == 0 ? credited[leg >> 1] : debited[leg >> 1]) == LedgerAccount.Outside;
}
