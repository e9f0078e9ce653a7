namespace FinInvest.Graph.Reconcile.Columns;

/// <summary>
/// The legs of the effective ledger: what counts, one entry an account and movement, accounts one after another, each in its own order.
/// Openings, gaps and returns are legs without a side.
/// </summary>
internal sealed class LegColumns
{
    private readonly PostingColumns c;

    public LegColumns(PostingColumns c, int capacity)
    {
        this.c = c;
        Account = new List<int>(capacity);
        Side = new List<int>(capacity);
        Kind = new List<MovementKind>(capacity);
        Minor = new List<long>(capacity);
        Day = new List<int>(capacity);
        LegOfSide = new int[c.Count * 2];
        Array.Fill(LegOfSide, -1);
    }

    public int Count => Account.Count;

    /// <summary>Ledger index of the account.</summary>
    public List<int> Account { get; }

    /// <summary>Side, or -1 for an opening, a gap or a return.</summary>
    public List<int> Side { get; }
    public List<MovementKind> Kind { get; }

    /// <summary>Signed as the holder sees it.</summary>
    public List<long> Minor { get; }

    /// <summary>Day of the leg in its account's order.</summary>
    public List<int> Day { get; }

    /// <summary>First leg of each ledger account, and one more.</summary>
    public List<int> AccountStart { get; } = [0];

    /// <summary>The leg of a side that counts, else -1.</summary>
    public int[] LegOfSide { get; }

    /// <summary>The other leg of the same movement, or -1.</summary>
    public int[] Mate { get; private set; } = [];

    public void Add(int account, int side, MovementKind kind, long minor, int day)
    {
        if (side >= 0)
        {
            LegOfSide[side] = Count;
        }

        Account.Add(account);
        Side.Add(side);
        Kind.Add(kind);
        Minor.Add(minor);
        Day.Add(day);
    }

    /// <summary>Ends the list; the two sides of a row that names both accounts are mates from the start.</summary>
    public void Close()
    {
        Mate = new int[Count];
        Array.Fill(Mate, -1);
        for (var leg = 0; leg < Count; leg++)
        {
            if (Side[leg] >= 0 && c.IsTwoSided(Side[leg] >> 1))
            {
                Mate[leg] = LegOfSide[Side[leg] ^ 1];
            }
        }
    }

    public void Pair(int debit, int credit)
    {
        Mate[debit] = credit;
        Mate[credit] = debit;
    }
}
