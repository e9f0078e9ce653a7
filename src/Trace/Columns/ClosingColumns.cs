namespace FinInvest.Graph.Trace.Columns;

/// <summary>What each account held when it closed: at the end of the ledger, or just before its balance left for good (definitions A7).</summary>
internal sealed class ClosingColumns(int accounts)
{
    private readonly (int Start, int Count, long Debt)[] places = new (int, int, long)[accounts];
    private readonly bool[] closed = new bool[accounts];
    private Lot[] lots = new Lot[1024];
    private int used;

    public bool Has(int account) => closed[account];

    public long DebtOf(int account) => places[account].Debt;

    /// <summary>Its lots in the order of owners.</summary>
    public ReadOnlySpan<Lot> Of(int account) => lots.AsSpan(places[account].Start, places[account].Count);

    /// <summary>States an account's composition; a later one replaces it.</summary>
    public void Close(int account, Portion held, long debt)
    {
        if (used + held.Count > lots.Length)
        {
            Array.Resize(ref lots, Math.Max(used + held.Count, lots.Length * 2));
        }

        places[account] = (used, held.Count, debt);
        closed[account] = true;
        held.CopyTo(lots.AsSpan(used, held.Count));
        used += held.Count;
    }
}
