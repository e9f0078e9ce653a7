namespace FinInvest.Graph.Model.Ledgers;

/// <summary>
/// The effective ledger: all that Trace sees of the money. Movements are columns; legs are ordered by definitions A4.
/// <code>
///  Legs:   [ m*2 | m*2+1 ]  leg 2m = debit of movement m, leg 2m+1 = its credit, in case order
///  Debited[m] -> DebitMinor[m] ... transit ... CreditMinor[m] -> Credited[m]     (0 = OUTSIDE)
/// </code>
/// A movement from OUTSIDE has no debit leg in Legs, one to OUTSIDE no credit leg. An account moved to itself is not here (listed apart).
/// Written by LedgerBuilder (through <see cref="LedgerDraft"/>), kept in a case's cache, read by Trace, Assess, Present. Columns because kernels want spans.
/// </summary>
public sealed class Ledger
{
    private readonly Lazy<Column<int>> position;
    private readonly Lazy<LedgerIndex> index;

    /// <param name="columns">The movements and their legs.</param>
    /// <param name="accounts">OUTSIDE first.</param>
    /// <param name="statements">Those that rows point to, each once.</param>
    /// <param name="unevidenced">Ascending by account, then day.</param>
    /// <param name="accountIndex">Finds an account by its id, or gives -1; null = a dictionary is made when the first one is looked for.</param>
    public Ledger(LedgerColumns columns, IReadOnlyList<LedgerAccount> accounts, IReadOnlyList<LedgerStatement> statements, IReadOnlyList<DayGroup> unevidenced, IReadOnlyList<CoverageBreak> breaks,
        IReadOnlyList<RowKey> selfTransfers, Func<string, int>? accountIndex = null)
    {
        ArgumentNullException.ThrowIfNull(columns);
        Columns = columns;
        Legs = columns.Legs;
        Accounts = accounts;
        Statements = statements;
        UnevidencedGroups = unevidenced;
        Breaks = breaks;
        SelfTransfers = selfTransfers;
        position = new(() => Places(Count, Legs));
        index = new(() => new LedgerIndex(this, accountIndex));
    }

    private Ledger(Ledger other, int[] legs)
    {
        Columns = other.Columns;
        Legs = legs;
        Accounts = other.Accounts;
        Statements = other.Statements;
        UnevidencedGroups = other.UnevidencedGroups;
        Breaks = other.Breaks;
        SelfTransfers = other.SelfTransfers;
        position = new(() => Places(Count, Legs));
        index = other.index;
    }

    /// <summary>The movements as they are kept, in the order that the evidence gives.</summary>
    public LedgerColumns Columns { get; }
    public IReadOnlyList<LedgerAccount> Accounts { get; }

    /// <summary>Number of movements.</summary>
    public int Count => Columns.Kind.Length;

    /// <summary>Account index, 0 = OUTSIDE.</summary>
    public Column<int> Debited => Columns.Debited;
    public Column<int> Credited => Columns.Credited;

    /// <summary>Minor units of the debited account's currency (of the credited one's where the payer is OUTSIDE); at least 0.</summary>
    public Column<long> DebitMinor => Columns.DebitMinor;

    /// <summary>Minor units of the credited account's currency; less than DebitMinor where a fee was taken in transit.</summary>
    public Column<long> CreditMinor => Columns.CreditMinor;
    public Column<int> DebitDay => Columns.DebitDay;
    public Column<int> CreditDay => Columns.CreditDay;

    /// <summary>UTC milliseconds, or <see cref="Instant.None"/>.</summary>
    public Column<long> DebitInstant => Columns.DebitInstant;
    public Column<long> CreditInstant => Columns.CreditInstant;
    public Column<MovementKind> Kind => Columns.Kind;
    public Column<MovementFlags> Flags => Columns.Flags;

    /// <summary>All legs in case order: movement * 2 for the debit, movement * 2 + 1 for the credit.</summary>
    public Column<int> Legs { get; }

    /// <summary>Place of a leg in Legs, -1 where the side is OUTSIDE. Made when first asked for.</summary>
    public Column<int> Position => position.Value;

    /// <summary>Statements that rows point to.</summary>
    public IReadOnlyList<LedgerStatement> Statements { get; }

    /// <summary>Documents with at least one row that counts, each once, in the order of the statements.</summary>
    public IReadOnlyList<Sha256> Documents => index.Value.Documents;

    /// <summary>(account, day) groups whose inner order is not evidenced, ascending.</summary>
    public IReadOnlyList<DayGroup> UnevidencedGroups { get; }

    /// <summary>Gaps between reconciled periods.</summary>
    public IReadOnlyList<CoverageBreak> Breaks { get; }

    /// <summary>Rows that move money from an account to itself: listed, not executed (definitions A5).</summary>
    public IReadOnlyList<RowKey> SelfTransfers { get; }

    /// <summary>The rows behind a movement, the debit side's first; made for what is shown, not for hot loops.</summary>
    public ReadOnlySpan<RowKey> RowsOf(int movement)
    {
        var start = FirstRow(movement);
        var keys = new RowKey[FirstRow(movement + 1) - start];
        for (var i = 0; i < keys.Length; i++)
        {
            var statement = Statements[Columns.RowStatement[start + i]];
            keys[i] = new RowKey(statement.Document, statement.Id, Columns.RowNumber[start + i]);
        }

        return keys;
    }

    /// <summary>The first movement that rests on a row, or -1.</summary>
    public int MovementOf(RowKey row)
    {
        for (var s = 0; s < Statements.Count; s++)
        {
            if (Statements[s].Document == row.Document && Statements[s].Id == row.Statement)
            {
                return MovementOf(s, row.Row);
            }
        }

        return -1;
    }

    /// <summary>The same movements with their legs in another order (definitions D6); every column is shared.</summary>
    /// <param name="legs">The legs of this ledger, each once, every debit before its credit.</param>
    public Ledger Reordered(int[] legs)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(legs.Length, Legs.Length);
        return new Ledger(this, legs);
    }

    /// <summary>Index of an account by its id, or -1; OUTSIDE has none.</summary>
    public int AccountIndex(string id) => index.Value.AccountIndex(id);

    private int FirstRow(int movement) => Columns.RowStart.Length == 0 ? movement : Columns.RowStart[movement];

    private int MovementOf(int statement, int number)
    {
        var statements = Columns.RowStatement.Span;
        var numbers = Columns.RowNumber.Span;
        for (var r = 0; r < statements.Length; r++)
        {
            if (statements[r] == statement && numbers[r] == number)
            {
                // The last movement whose rows begin at or before this one; those without rows begin where the next one does.
                return Columns.RowStart.Length == 0 ? r : LastAtMost(Columns.RowStart.Span[..^1], r);
            }
        }

        return -1;
    }

    private static int LastAtMost(ReadOnlySpan<int> sorted, int value)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = sorted[middle] <= value ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }

    private static Column<int> Places(int movements, ReadOnlySpan<int> legs)
    {
        var places = new int[movements * 2];
        Array.Fill(places, -1);
        for (var at = 0; at < legs.Length; at++)
        {
            places[legs[at]] = at;
        }

        return places;
    }
}
