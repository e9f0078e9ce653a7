using FinInvest.Graph.Store.Neo4j.Transport;

namespace FinInvest.Graph.Store.Neo4j.Reading;

/// <summary>Turns the rows of one call, which come in the order of their numbers, into pages of one document each.</summary>
/// <param name="documents">Documents with rows, in order.</param>
/// <param name="isAsked">Which rows are wanted, by account, counterparty and booking day; null = all.</param>
internal sealed class PageSink(CaseNames names, IReadOnlyList<KeptDocument> documents, long end, bool withTexts, Func<int, int, int, bool>? isAsked) : IRowSink
{
    private readonly CurrencyPlaces currencies = new(names.Currencies);
    private readonly List<PostingPage> pages = [];
    private PageBuilder builder = new(names.Accounts, names.Statements, names.Currencies);
    private int document;

    /// <summary>The pages, when the call has ended well.</summary>
    public IReadOnlyList<PostingPage> Pages()
    {
        Take();
        return pages;
    }

    public void Restart()
    {
        pages.Clear();
        builder = new PageBuilder(names.Accounts, names.Statements, names.Currencies);
        document = 0;
    }

    public void Columns(IReadOnlyList<string> columns)
    {
    }

    public void Row(IRowValues r)
    {
        var number = r.Int64(0);
        while (number >= documents[document].EndRow)
        {
            Take();
            document++;
        }

        // A row of a document that is being expunged: nobody sees it any more.
        if (number < documents[document].FirstRow)
        {
            return;
        }

        var (account, counterparty, day) = ((int)r.Int64(1), (int)r.Int64(2), RowColumns.Day(r, 3));
        if (isAsked is not null && !isAsked(account, counterparty, day))
        {
            return;
        }

        var page = builder.For(documents[document].Document.Hash, Math.Min(end, documents[document].EndRow) - number);
        var i = builder.At;
        (page.Account[i], page.Counterparty[i], page.BookingDay[i]) = (account, counterparty, day);
        page.Row[i] = (int)r.Int64(4);
        page.Statement[i] = (int)r.Int64(5) - 1;
        page.Minor[i] = r.Int64(6);
        page.CounterMinor[i] = r.IsNull(7) ? 0 : r.Int64(7);
        page.ValueDay[i] = RowColumns.Day(r, 8);
        page.Instant[i] = RowColumns.LongOr(r, 9, Instant.None);
        page.Currency[i] = currencies.Of(r.Utf8(10));
        page.CounterCurrency[i] = page.CounterMinor[i] == 0 ? (byte)0 : currencies.Of(r.Utf8(11));
        page.Kind[i] = RowColumns.Kind(r, 12);
        page.Origin[i] = RowColumns.Origin(r, 13);
        page.Balance[i] = RowColumns.LongOr(r, 14, PostingPage.NoBalance);
        page.CounterBalance[i] = RowColumns.LongOr(r, 15, PostingPage.NoBalance);
        page.Reference[i] = RowColumns.TextOrNull(r, 16);
        page.EndToEndId[i] = RowColumns.TextOrNull(r, 17);
        page.LocalId[i] = RowColumns.TextOrNull(r, 18);
        if (withTexts)
        {
            page.CounterpartyName[i] = RowColumns.TextOrNull(r, 19);
            page.Text[i] = RowColumns.TextOrNull(r, 20);
        }

        builder.Added();
        if (builder.IsFull)
        {
            Take();
        }
    }

    private void Take()
    {
        if (builder.Take() is { } page)
        {
            pages.Add(page);
        }
    }
}
