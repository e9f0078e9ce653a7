namespace FinInvest.Graph.Trace.Orders;

/// <summary>
/// The legs of one account on one day without evidenced order, and the orders they may have had: those in which the debt never exceeds what the
/// balances at the day's two ends imply (definitions D6). Openings, gaps and debits that were moved to their credit stay where they are.
/// </summary>
internal sealed class OrderGroup
{
    private readonly Ledger ledger;
    private readonly long before;
    private readonly long debtMax;
    private readonly bool debtIsKnown;
    private readonly List<int[]> orders = [];

    /// <param name="legs">In the statement's order.</param>
    /// <param name="before">Balance at the start of the day; negative = debt.</param>
    public OrderGroup(Ledger ledger, int account, int[] legs, long before)
    {
        this.ledger = ledger;
        this.before = before;
        Legs = legs;
        var after = before + legs.Sum(Change);
        debtMax = Math.Max(Math.Max(0, -before), Math.Max(0, -after));
        debtIsKnown = ledger.Accounts[account].Coverage == AccountCoverage.Reconciled;
    }

    public int[] Legs { get; }

    /// <summary>The statement's own order first; empty until <see cref="Find"/>.</summary>
    public IReadOnlyList<int[]> Orders => orders;

    /// <summary>Lists the orders; false where there are more than <paramref name="most"/>.</summary>
    public bool Find(long most)
    {
        orders.Clear();
        orders.Add(Legs);
        return Extend(new int[Legs.Length], new bool[Legs.Length], 0, before, most);
    }

    private bool Extend(int[] order, bool[] used, int at, long balance, long most)
    {
        if (at == order.Length)
        {
            if (!order.AsSpan().SequenceEqual(Legs))
            {
                orders.Add([.. order]);
            }

            return orders.Count <= most;
        }

        for (var i = 0; i < Legs.Length; i++)
        {
            var next = balance + Change(Legs[i]);
            if (used[i] || (debtIsKnown && -next > debtMax))
            {
                continue;
            }

            used[i] = true;
            order[at] = Legs[i];
            var goOn = Extend(order, used, at + 1, next, most);
            used[i] = false;
            if (!goOn)
            {
                return false;
            }
        }

        return true;
    }

    private long Change(int leg) => (leg & 1) == 0 ? -ledger.DebitMinor[leg >> 1] : ledger.CreditMinor[leg >> 1];
}
