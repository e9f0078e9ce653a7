namespace FinInvest.Graph.Ingest.Rows;

/// <summary>Fills pages of at most <see cref="PostingPage.RowsMax"/> rows. A page lists only the names it uses, so that it can be kept and read alone.</summary>
internal sealed class PageBuilder(Sha256 document, NamePool accounts, NamePool statements, IReadOnlyList<string> currencies)
{
    private PostingPage? columns;
    private PageNames accountNames = new(accounts, true);
    private PageNames statementNames = new(statements, false);

    public int Count { get; private set; }
    public bool IsFull => Count == PostingPage.RowsMax;

    public void Add(in PostingRow row)
    {
        var page = columns ??= PostingPage.Allocate(document, [], [], [], PostingPage.RowsMax);
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

        var page = new PostingPage
        {
            Document = document,
            AccountNames = accountNames.Names,
            StatementIds = statementNames.Names,
            CurrencyCodes = [.. currencies],
            Count = Count,
            Row = Cut(full.Row),
            Statement = Cut(full.Statement),
            Account = Cut(full.Account),
            Counterparty = Cut(full.Counterparty),
            Minor = Cut(full.Minor),
            CounterMinor = Cut(full.CounterMinor),
            BookingDay = Cut(full.BookingDay),
            ValueDay = Cut(full.ValueDay),
            Instant = Cut(full.Instant),
            Currency = Cut(full.Currency),
            CounterCurrency = Cut(full.CounterCurrency),
            Kind = Cut(full.Kind),
            Origin = Cut(full.Origin),
            Balance = Cut(full.Balance),
            CounterBalance = Cut(full.CounterBalance),
            Reference = Cut(full.Reference),
            EndToEndId = Cut(full.EndToEndId),
            LocalId = Cut(full.LocalId),
            CounterpartyName = Cut(full.CounterpartyName),
            Text = Cut(full.Text),
        };
        columns = null;
        Count = 0;
        accountNames = new PageNames(accounts, true);
        statementNames = new PageNames(statements, false);
        return page;
    }

    private T[] Cut<T>(T[] column) => column.Length == Count ? column : column[..Count];
}
