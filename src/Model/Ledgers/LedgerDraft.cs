namespace FinInvest.Graph.Model.Ledgers;

/// <summary>Where a ledger is put together, by LedgerBuilder and by tests. Append movements with their rows, then order their legs once.</summary>
public sealed class LedgerDraft
{
    private readonly List<LedgerAccount> accounts = [];
    private readonly Dictionary<string, int> index = new(StringComparer.Ordinal);
    private readonly List<LedgerStatement> statements = [];
    private readonly Dictionary<LedgerStatement, int> statementIndex = [];
    private readonly ColumnDraft<int> debited = new();
    private readonly ColumnDraft<int> credited = new();
    private readonly ColumnDraft<long> debitMinor = new();
    private readonly ColumnDraft<long> creditMinor = new();
    private readonly ColumnDraft<int> debitDay = new();
    private readonly ColumnDraft<int> creditDay = new();
    private readonly ColumnDraft<long> debitInstant = new();
    private readonly ColumnDraft<long> creditInstant = new();
    private readonly ColumnDraft<MovementKind> kind = new();
    private readonly ColumnDraft<MovementFlags> flags = new();
    private readonly ColumnDraft<int> rowStart = new();
    private readonly ColumnDraft<int> rowStatement = new();
    private readonly ColumnDraft<int> rowNumber = new();
    private bool isBuilt;

    public LedgerDraft() => accounts.Add(new LedgerAccount("OUTSIDE", "", AccountCoverage.External, [], Day.None));

    public IList<DayGroup> UnevidencedGroups { get; } = [];
    public IList<CoverageBreak> Breaks { get; } = [];
    public IList<RowKey> SelfTransfers { get; } = [];
    public int Count => kind.Count;

    /// <summary>Makes room, so that a large ledger is not copied again and again while it grows.</summary>
    public void EnsureCapacity(int movements, int rows)
    {
        foreach (var column in new[] { debited, credited, debitDay, creditDay, rowStart })
        {
            column.EnsureCapacity(movements + 1);
        }

        foreach (var column in new[] { debitMinor, creditMinor, debitInstant, creditInstant })
        {
            column.EnsureCapacity(movements);
        }

        kind.EnsureCapacity(movements);
        flags.EnsureCapacity(movements);
        rowStatement.EnsureCapacity(rows);
        rowNumber.EnsureCapacity(rows);
    }

    public int AddAccount(LedgerAccount account)
    {
        index.Add(account.Id, accounts.Count);
        accounts.Add(account);
        return accounts.Count - 1;
    }

    public int AccountIndex(string id) => index.GetValueOrDefault(id, 0);

    /// <summary>Number of a statement, for <see cref="AddRow(int, int)"/>; the same statement has the same number.</summary>
    public int AddStatement(Sha256 document, string id)
    {
        var statement = new LedgerStatement(document, id);
        if (!statementIndex.TryGetValue(statement, out var number))
        {
            statementIndex[statement] = number = statements.Count;
            statements.Add(statement);
        }

        return number;
    }

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

        if (isBuilt)
        {
            throw new InvalidOperationException("The ledger of this draft is made; nothing can be added to it.");
        }

        this.debited.Add(debited);
        this.credited.Add(credited);
        this.debitMinor.Add(debitMinor);
        this.creditMinor.Add(creditMinor);
        this.debitDay.Add(debitDay.Number);
        this.creditDay.Add(creditDay.Number);
        this.debitInstant.Add(debitInstant);
        this.creditInstant.Add(creditInstant);
        this.kind.Add(kind);
        this.flags.Add(flags);
        rowStart.Add(rowNumber.Count);
        foreach (var row in rows)
        {
            AddRow(AddStatement(row.Document, row.Statement), row.Row);
        }

        return Count - 1;
    }

    /// <summary>One more row behind the movement added last.</summary>
    /// <param name="statement">From <see cref="AddStatement"/>.</param>
    /// <param name="row">Row number within it.</param>
    public void AddRow(int statement, int row)
    {
        rowStatement.Add(statement);
        rowNumber.Add(row);
    }

    public void AddFlags(int movement, MovementFlags flags) => this.flags[movement] |= flags;

    /// <summary>Debit leg and credit leg of each movement, in the order the movements were added.</summary>
    public Ledger BuildInOrder()
    {
        var legs = new List<int>(Count * 2);
        for (var m = 0; m < Count; m++)
        {
            if (debited[m] != LedgerAccount.Outside)
            {
                legs.Add(m * 2);
            }

            if (credited[m] != LedgerAccount.Outside)
            {
                legs.Add((m * 2) + 1);
            }
        }

        return Build([.. legs]);
    }

    /// <summary>Makes the ledger out of the draft's own columns, which ends the draft.</summary>
    /// <param name="legs">Every leg whose account is not OUTSIDE, once, each debit before its credit.</param>
    public Ledger Build(int[] legs)
    {
        isBuilt = true;
        var columns = new LedgerColumns
        {
            Debited = debited.Close(),
            Credited = credited.Close(),
            DebitMinor = debitMinor.Close(),
            CreditMinor = creditMinor.CloseAs(debitMinor),
            DebitDay = debitDay.Close(),
            CreditDay = creditDay.CloseAs(debitDay),
            DebitInstant = debitInstant.Close(),
            CreditInstant = creditInstant.CloseAs(debitInstant),
            Kind = kind.Close(),
            Flags = flags.Close(),
            Legs = legs,
            RowStart = RowStarts(),
            RowStatement = rowStatement.Close(),
            RowNumber = rowNumber.Close(),
        };
        return new Ledger(columns, accounts, statements, [.. UnevidencedGroups.OrderBy(g => g.Account).ThenBy(g => g.Day.Number)], [.. Breaks], [.. SelfTransfers]);
    }

    private Column<int> RowStarts()
    {
        var isOneEach = rowNumber.Count == Count;
        for (var m = 0; m < Count && isOneEach; m++)
        {
            isOneEach = rowStart[m] == m;
        }

        if (isOneEach)
        {
            return Array.Empty<int>();
        }

        if (rowStart.Count == Count)
        {
            rowStart.Add(rowNumber.Count);
        }

        return rowStart.Close();
    }
}
