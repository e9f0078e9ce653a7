namespace FinInvest.Graph.Ingest.Rows;

/// <summary>Fills pages of at most <see cref="PostingPage.RowsMax"/> rows. A page lists only the names it uses, so that it can be kept and read alone.</summary>
internal sealed class PageBuilder(Sha256 document, NamePool accounts, NamePool statements, IReadOnlyList<string> currencies)
{
    private const int FirstRows = 256;
    private PostingPage? columns;
    private PageNames accountNames = new(accounts, true);
    private PageNames statementNames = new(statements, false);

    public int Count { get; private set; }
    public bool IsFull => Count == PostingPage.RowsMax;

    public void Add(in PostingRow row)
    {
        // Most files are small; a column of the largest page would cost more than their rows.
        if (columns is null)
        {
            columns = PostingPage.Allocate(document, [], [], [], FirstRows);
        }
        else if (Count == columns.Row.Length)
        {
            columns = Sized(columns, Math.Min(4 * Count, PostingPage.RowsMax));
        }

        var page = columns;
        var i = Count++;
        page.Row[i] = row.Row;
        page.Statement[i] = statementNames.IndexOf(row.Statement);
        page.Account[i] = accountNames.IndexOf(row.Account);
        page.Counterparty[i] = accountNames.IndexOf(row.Counterparty);
        page.Minor[i] = row.Minor;
        page.CounterMinor[i] = row.CounterMinor;
        page.BookingDay[i] = row.BookingDay.Number;
        page.ValueDay[i] = row.ValueDay.Number;
        page.Instant[i] = row.Instant;
        page.Currency[i] = row.Currency;
        page.CounterCurrency[i] = row.CounterCurrency;
        page.Kind[i] = row.Kind;
        page.Balance[i] = row.Balance;
        page.CounterBalance[i] = row.CounterBalance;
        page.Reference[i] = row.Reference;
        page.EndToEndId[i] = row.EndToEndId;
        page.LocalId[i] = row.LocalId;
        page.CounterpartyName[i] = row.CounterpartyName;
        page.Text[i] = row.Text;
    }

    /// <summary>The rows so far as a page; null when there are none.</summary>
    public PostingPage? Flush()
    {
        if (columns is not { } full)
        {
            return null;
        }

        var page = Sized(full, Count);
        columns = null;
        Count = 0;
        accountNames = new PageNames(accounts, true);
        statementNames = new PageNames(statements, false);
        return page;
    }

    /// <summary>The rows so far in columns of another length.</summary>
    private PostingPage Sized(PostingPage from, int length) => new()
    {
        Document = document,
        AccountNames = accountNames.Names,
        StatementIds = statementNames.Names,
        CurrencyCodes = [.. currencies],
        Count = length,
        Row = Sized(from.Row, length),
        Statement = Sized(from.Statement, length),
        Account = Sized(from.Account, length),
        Counterparty = Sized(from.Counterparty, length),
        Minor = Sized(from.Minor, length),
        CounterMinor = Sized(from.CounterMinor, length),
        BookingDay = Sized(from.BookingDay, length),
        ValueDay = Sized(from.ValueDay, length),
        Instant = Sized(from.Instant, length),
        Currency = Sized(from.Currency, length),
        CounterCurrency = Sized(from.CounterCurrency, length),
        Kind = Sized(from.Kind, length),
        Origin = Sized(from.Origin, length),
        Balance = Sized(from.Balance, length),
        CounterBalance = Sized(from.CounterBalance, length),
        Reference = Sized(from.Reference, length),
        EndToEndId = Sized(from.EndToEndId, length),
        LocalId = Sized(from.LocalId, length),
        CounterpartyName = Sized(from.CounterpartyName, length),
        Text = Sized(from.Text, length),
    };

    private static T[] Sized<T>(T[] column, int length)
    {
        Array.Resize(ref column, length);
        return column;
    }
}
