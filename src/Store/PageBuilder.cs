namespace FinInvest.Graph.Store;

/// <summary>Collects rows of one document into columns; a full page is handed over as it stands, a shorter one is cut to its rows.</summary>
internal sealed class PageBuilder(IReadOnlyList<string> accounts, IReadOnlyList<string> statements, IReadOnlyList<string> currencies)
{
    private PostingPage? page;
    private int count;

    /// <summary>Where the next row goes; <see cref="Added"/> takes it in.</summary>
    public int At => count;

    public bool IsFull => page is not null && count == page.Count;

    public PostingPage For(Sha256 document, long rowsAtMost) => page ??= PostingPage.Allocate(document, accounts, statements, currencies, (int)Math.Min(rowsAtMost, PostingPage.RowsMax));

    public void Added() => count++;

    /// <summary>The page so far, or null when it has no rows.</summary>
    public PostingPage? Take()
    {
        var full = page;
        var rows = count;
        (page, count) = (null, 0);
        return full is null || rows == 0 ? null : rows == full.Count ? full : Cut(full, rows);
    }

    private static PostingPage Cut(PostingPage p, int rows) => new()
    {
        Document = p.Document,
        AccountNames = p.AccountNames,
        StatementIds = p.StatementIds,
        CurrencyCodes = p.CurrencyCodes,
        Count = rows,
        Row = p.Row[..rows],
        Statement = p.Statement[..rows],
        Account = p.Account[..rows],
        Counterparty = p.Counterparty[..rows],
        Minor = p.Minor[..rows],
        CounterMinor = p.CounterMinor[..rows],
        BookingDay = p.BookingDay[..rows],
        ValueDay = p.ValueDay[..rows],
        Instant = p.Instant[..rows],
        Currency = p.Currency[..rows],
        CounterCurrency = p.CounterCurrency[..rows],
        Kind = p.Kind[..rows],
        Origin = p.Origin[..rows],
        Balance = p.Balance[..rows],
        CounterBalance = p.CounterBalance[..rows],
        Reference = p.Reference[..rows],
        EndToEndId = p.EndToEndId[..rows],
        LocalId = p.LocalId[..rows],
        CounterpartyName = p.CounterpartyName[..rows],
        Text = p.Text[..rows],
    };
}
