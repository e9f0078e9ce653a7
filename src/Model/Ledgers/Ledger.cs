namespace FinInvest.Graph.Model.Ledgers;

/// <summary>
/// The effective ledger: all that Trace sees of the money. Movements are columns; legs are ordered by definitions A4.
/// <code>
///  Legs:   [ m*2 | m*2+1 ]  leg 2m = debit of movement m, leg 2m+1 = its credit, in case order
///  Debited[m] -> DebitMinor[m] ... transit ... CreditMinor[m] -> Credited[m]     (0 = OUTSIDE)
/// </code>
/// A movement from OUTSIDE has no debit leg in Legs, one to OUTSIDE no credit leg. An account moved to itself is not here (listed apart).
/// Written by LedgerBuilder (through <see cref="LedgerDraft"/>), read by Trace, Assess, Present. Arrays because kernels want spans.
/// </summary>
public sealed class Ledger
{
    internal Ledger(LedgerDraft draft, int[] legs)
    {
        Accounts = [.. draft.Accounts];
        Debited = [.. draft.Debited];
        Credited = [.. draft.Credited];
        DebitMinor = [.. draft.DebitMinor];
        CreditMinor = [.. draft.CreditMinor];
        DebitDay = [.. draft.DebitDay];
        CreditDay = [.. draft.CreditDay];
        DebitInstant = [.. draft.DebitInstant];
        CreditInstant = [.. draft.CreditInstant];
        Kind = [.. draft.Kind];
        Flags = [.. draft.Flags];
        Legs = legs;
        RowStart = [.. draft.RowStart, draft.Rows.Count];
        Rows = [.. draft.Rows];
        UnevidencedGroups = [.. draft.UnevidencedGroups.OrderBy(g => g.Account).ThenBy(g => g.Day.Number)];
        Breaks = [.. draft.Breaks];
        SelfTransfers = [.. draft.SelfTransfers];
        Position = Places(Count, legs);
    }

    private Ledger(Ledger other, int[] legs)
    {
        Accounts = other.Accounts;
        Debited = other.Debited;
        Credited = other.Credited;
        DebitMinor = other.DebitMinor;
        CreditMinor = other.CreditMinor;
        DebitDay = other.DebitDay;
        CreditDay = other.CreditDay;
        DebitInstant = other.DebitInstant;
        CreditInstant = other.CreditInstant;
        Kind = other.Kind;
        Flags = other.Flags;
        Legs = legs;
        RowStart = other.RowStart;
        Rows = other.Rows;
        UnevidencedGroups = other.UnevidencedGroups;
        Breaks = other.Breaks;
        SelfTransfers = other.SelfTransfers;
        Position = Places(Count, legs);
    }

    public IReadOnlyList<LedgerAccount> Accounts { get; }

    /// <summary>Number of movements.</summary>
    public int Count => Kind.Length;

    /// <summary>Account index, 0 = OUTSIDE.</summary>
    public int[] Debited { get; }
    public int[] Credited { get; }

    /// <summary>Minor units of the debited account's currency (of the credited one's where the payer is OUTSIDE); at least 0.</summary>
    public long[] DebitMinor { get; }

    /// <summary>Minor units of the credited account's currency; less than DebitMinor where a fee was taken in transit.</summary>
    public long[] CreditMinor { get; }
    public int[] DebitDay { get; }
    public int[] CreditDay { get; }

    /// <summary>UTC milliseconds, or <see cref="Instant.None"/>.</summary>
    public long[] DebitInstant { get; }
    public long[] CreditInstant { get; }
    public MovementKind[] Kind { get; }
    public MovementFlags[] Flags { get; }

    /// <summary>All legs in case order: movement * 2 for the debit, movement * 2 + 1 for the credit.</summary>
    public int[] Legs { get; }

    /// <summary>Place of a leg in Legs, -1 where the side is OUTSIDE.</summary>
    public int[] Position { get; }

    /// <summary>Rows behind movement m are Rows[RowStart[m] .. RowStart[m + 1]), debit side's rows first.</summary>
    public int[] RowStart { get; }
    public RowKey[] Rows { get; }

    /// <summary>(account, day) groups whose inner order is not evidenced, ascending.</summary>
    public IReadOnlyList<DayGroup> UnevidencedGroups { get; }

    /// <summary>Gaps between reconciled periods.</summary>
    public IReadOnlyList<CoverageBreak> Breaks { get; }

    /// <summary>Rows that move money from an account to itself: listed, not executed (definitions A5).</summary>
    public IReadOnlyList<RowKey> SelfTransfers { get; }

    public ReadOnlySpan<RowKey> RowsOf(int movement) => Rows.AsSpan(RowStart[movement], RowStart[movement + 1] - RowStart[movement]);

    /// <summary>The same movements with their legs in another order (definitions D6); every column is shared.</summary>
    /// <param name="legs">The legs of this ledger, each once, every debit before its credit.</param>
    public Ledger Reordered(int[] legs)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(legs.Length, Legs.Length);
        return new Ledger(this, legs);
    }

    private static int[] Places(int movements, int[] legs)
    {
        var places = new int[movements * 2];
        Array.Fill(places, -1);
        for (var at = 0; at < legs.Length; at++)
        {
            places[legs[at]] = at;
        }

        return places;
    }

    /// <summary>Index of an account by its id, or -1.</summary>
    public int AccountIndex(string id)
    {
        for (var a = 1; a < Accounts.Count; a++)
        {
            if (Accounts[a].Id == id)
            {
                return a;
            }
        }

        return -1;
    }
}
