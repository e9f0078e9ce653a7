namespace FinInvest.Graph.Reconcile.Columns;

/// <summary>
/// The legs of the effective ledger: what counts, one entry an account and movement, accounts one after another, each in its own order.
/// Openings, gaps and returns are legs without a side.
/// </summary>
internal sealed class LegColumns
{
    private readonly PostingColumns c;

    /// <param name="capacity">Most legs there can be.</param>
    public LegColumns(PostingColumns c, int capacity)
    {
        this.c = c;
        Account = new int[capacity];
        Side = new int[capacity];
        Kind = new MovementKind[capacity];
        Minor = new long[capacity];
        Day = new int[capacity];
        LegOfSide = new int[c.Count * 2];
        Array.Fill(LegOfSide, -1);
    }

    public int Count { get; private set; }

    /// <summary>Ledger index of the account.</summary>
    public int[] Account { get; }

    /// <summary>Side, or -1 for an opening, a gap or a return.</summary>
    public int[] Side { get; }
    public MovementKind[] Kind { get; }

    /// <summary>Signed as the holder sees it.</summary>
    public long[] Minor { get; }

    /// <summary>Day of the leg in its account's order.</summary>
    public int[] Day { get; }

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

        Account[Count] = account;
        Side[Count] = side;
        Kind[Count] = kind;
        Minor[Count] = minor;
        Day[Count++] = day;
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
