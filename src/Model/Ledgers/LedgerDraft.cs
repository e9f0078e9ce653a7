namespace FinInvest.Graph.Model.Ledgers;

/// <summary>Where a ledger is put together, by LedgerBuilder and by tests. Append movements, then order their legs.</summary>
public sealed class LedgerDraft
{
    private readonly Dictionary<string, int> index = new(StringComparer.Ordinal);

    public LedgerDraft() => Accounts.Add(new LedgerAccount("OUTSIDE", "", AccountCoverage.External, [], Day.None));

    internal List<LedgerAccount> Accounts { get; } = [];
    internal List<int> Debited { get; } = [];
    internal List<int> Credited { get; } = [];
    internal List<long> DebitMinor { get; } = [];
    internal List<long> CreditMinor { get; } = [];
    internal List<int> DebitDay { get; } = [];
    internal List<int> CreditDay { get; } = [];
    internal List<long> DebitInstant { get; } = [];
    internal List<long> CreditInstant { get; } = [];
    internal List<MovementKind> Kind { get; } = [];
    internal List<MovementFlags> Flags { get; } = [];
    internal List<int> RowStart { get; } = [];
    internal List<RowKey> Rows { get; } = [];
    public IList<DayGroup> UnevidencedGroups { get; } = [];
    public IList<CoverageBreak> Breaks { get; } = [];
    public IList<RowKey> SelfTransfers { get; } = [];
    public int Count => Kind.Count;

    /// <summary>Makes room, so that a large ledger is not copied again and again while it grows.</summary>
    public void EnsureCapacity(int movements, int rows)
    {
        foreach (var column in new[] { Debited, Credited, DebitDay, CreditDay, RowStart })
        {
            column.EnsureCapacity(movements);
        }

        foreach (var column in new[] { DebitMinor, CreditMinor, DebitInstant, CreditInstant })
        {
            column.EnsureCapacity(movements);
        }

        Kind.EnsureCapacity(movements);
        Flags.EnsureCapacity(movements);
        Rows.EnsureCapacity(rows);
    }

    public int AddAccount(LedgerAccount account)
    {
        index.Add(account.Id, Accounts.Count);
        Accounts.Add(account);
        return Accounts.Count - 1;
    }

    public int AccountIndex(string id) => index.GetValueOrDefault(id, 0);

    /// <summary>Appends a movement and returns its index. Amounts are at least 0; an account never pays itself.</summary>
    public int Add(MovementKind kind, int debited, int credited, long debitMinor, long creditMinor, Day debitDay, Day creditDay,
        MovementFlags flags = MovementFlags.None, long debitInstant = Instant.None, long creditInstant = Instant.None, params ReadOnlySpan<RowKey> rows)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(debitMinor);
        ArgumentOutOfRangeException.ThrowIfNegative(creditMinor);
        if (debited == credited)
        {
            throw new InvalidOperationException($"Movement {Count} pays account {debited} from itself.");
        }

        Debited.Add(debited);
        Credited.Add(credited);
        DebitMinor.Add(debitMinor);
        CreditMinor.Add(creditMinor);
        DebitDay.Add(debitDay.Number);
        CreditDay.Add(creditDay.Number);
        DebitInstant.Add(debitInstant);
        CreditInstant.Add(creditInstant);
        Kind.Add(kind);
        Flags.Add(flags);
        RowStart.Add(Rows.Count);
        Rows.AddRange(rows);
        return Count - 1;
    }

    public void AddFlags(int movement, MovementFlags flags) => Flags[movement] |= flags;

    /// <summary>Debit leg and credit leg of each movement, in the order the movements were added.</summary>
    public Ledger BuildInOrder()
    {
        var legs = new List<int>(Count * 2);
        for (var m = 0; m < Count; m++)
        {
            if (Debited[m] != LedgerAccount.Outside)
            {
                legs.Add(m * 2);
            }

            if (Credited[m] != LedgerAccount.Outside)
            {
                legs.Add((m * 2) + 1);
            }
        }

        return Build([.. legs]);
    }

    /// <param name="legs">Every leg whose account is not OUTSIDE, once, each debit before its credit.</param>
    public Ledger Build(int[] legs) => new(this, legs);
}
