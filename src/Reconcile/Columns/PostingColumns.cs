namespace FinInvest.Graph.Reconcile.Columns;

/// <summary>
/// All rows that count, as columns in the order (document hash, statement id, row). A side is one account's view of a row:
/// side 2r is the row's own account, side 2r + 1 the counterparty of a two-sided row.
/// </summary>
internal sealed class PostingColumns
{
    public required int Count { get; init; }

    /// <summary>Every name in the columns, ordinal order; 0 is "" (not named).</summary>
    public required string[] Names { get; init; }
    public required Dictionary<string, int> NameIndex { get; init; }
    public required Sha256[] Documents { get; init; }

    /// <summary>Statement ids with the document whose rows name them; ordered by document, then ordinal id.</summary>
    public required (int Document, string Id)[] Statements { get; init; }
    public required string[] Currencies { get; init; }
    public required int[] Statement { get; init; }
    public required int[] Row { get; init; }
    public required int[] Account { get; init; }
    public required int[] Counterparty { get; init; }
    public required long[] Minor { get; init; }
    public required long[] CounterMinor { get; init; }
    public required int[] BookingDay { get; init; }
    public required int[] ValueDay { get; init; }
    public required long[] Instant { get; init; }
    public required byte[] Currency { get; init; }
    public required byte[] CounterCurrency { get; init; }
    public required PostingKind[] Kind { get; init; }
    public required long[] Balance { get; init; }
    public required long[] CounterBalance { get; init; }
    public required string?[] Reference { get; init; }
    public required string?[] EndToEndId { get; init; }
    public required string?[] LocalId { get; init; }

    /// <summary>First and last booking day of each document's rows.</summary>
    public required DayRange[] DocumentDays { get; init; }

    public int DocumentOf(int row) => Statements[Statement[row]].Document;
    public bool IsTwoSided(int row) => CounterMinor[row] != 0 && Counterparty[row] != 0;
    public int AccountOf(int side) => (side & 1) == 0 ? Account[side >> 1] : Counterparty[side >> 1];
    public int OtherOf(int side) => (side & 1) == 0 ? Counterparty[side >> 1] : Account[side >> 1];
    public long MinorOf(int side) => (side & 1) == 0 ? Minor[side >> 1] : CounterMinor[side >> 1];
    public long BalanceOf(int side) => (side & 1) == 0 ? Balance[side >> 1] : CounterBalance[side >> 1];
    public byte CurrencyOf(int side) => (side & 1) == 0 ? Currency[side >> 1] : CounterCurrency[side >> 1];
    public int DayOf(int side) => BookingDay[side >> 1];

    public RowKey Key(int row)
    {
        var (document, id) = Statements[Statement[row]];
        return new RowKey(Documents[document], id, Row[row]);
    }

    /// <summary>The rows of one statement in one document: first index and count.</summary>
    public (int Start, int Count) RowsOf(int statement)
    {
        var start = LowerBound(Statement, statement);
        return (start, LowerBound(Statement, statement + 1) - start);
    }

    private static int LowerBound(int[] sorted, int value)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (sorted[middle] < value)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
