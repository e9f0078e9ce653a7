using FinInvest.Graph.Store.Embedded.Sqlite;

namespace FinInvest.Graph.Store.Embedded.Postings;

/// <summary>
/// Pages of the rows a request asks for. Each document is read by its range of row numbers; rows that were committed never change, so no transaction is held open between pages
/// and a slow reader keeps nobody from anything.
/// </summary>
internal sealed class PostingReader : IDisposable
{
    private const string Columns = "id, account, counterparty, booking_day, row, statement, minor, counter_minor, value_day, instant, currency, counter_currency, kind, origin, balance, " +
        "counter_balance, reference, end_to_end_id, local_id";

    private readonly Database database;
    private readonly Command rows;
    private readonly List<(Sha256 Hash, long First, long Postings)> documents = [];
    private readonly PageBuilder builder;
    private readonly bool[]? wanted;
    private readonly DayRange? window;
    private readonly bool withTexts;
    private int document;
    private long next;

    /// <summary>Takes over the connection, also when it throws.</summary>
    public PostingReader(Database database, LedgerRequest request)
    {
        this.database = database;
        try
        {
            var names = new CaseNames(database, request.At.Loads);
            builder = new PageBuilder(names.Accounts, names.Statements, names.Currencies);
            window = request.Window;
            withTexts = request.WithTexts;
            if (request.Accounts is { Count: > 0 } accounts)
            {
                var set = accounts.ToHashSet(StringComparer.Ordinal);
                wanted = Array.ConvertAll(names.Accounts, set.Contains);
                wanted[0] = false;
            }

            using var query = database.Prepare("SELECT sha256, first_posting, postings FROM documents WHERE load > ?1 AND load <= ?2 AND postings > 0 ORDER BY id");
            query.Bind(1, request.AfterLoad);
            query.Bind(2, request.At.Loads);
            while (query.Step())
            {
                documents.Add((new Sha256(query.Text(0)), query.Long(1), query.Long(2)));
            }

            rows = database.Prepare($"SELECT {Columns}{(withTexts ? ", counterparty_name, text" : "")} FROM postings WHERE id >= ?1 AND id < ?2 ORDER BY id");
            next = documents.Count > 0 ? documents[0].First : 0;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>The next page, or null at the end.</summary>
    public PostingPage? Next(CancellationToken ct)
    {
        for (; document < documents.Count; document++, next = document < documents.Count ? documents[document].First : 0)
        {
            ct.ThrowIfCancellationRequested();
            if (ReadDocument(documents[document]) is { } page)
            {
                return page;
            }
        }

        return null;
    }

    public void Dispose()
    {
        rows.Dispose();
        database.Dispose();
    }

    private PostingPage? ReadDocument((Sha256 Hash, long First, long Postings) from)
    {
        var end = from.First + from.Postings;
        rows.Reset();
        rows.Bind(1, next);
        rows.Bind(2, end);
        while (rows.Step())
        {
            next = rows.Long(0) + 1;
            if (!IsAsked())
            {
                continue;
            }

            Fill(builder.For(from.Hash, end - rows.Long(0)), builder.At);
            builder.Added();
            if (builder.IsFull)
            {
                break;
            }
        }

        rows.Reset();
        return builder.Take();
    }

    private bool IsAsked()
    {
        if (wanted is not null && !wanted[rows.Int(1)] && !wanted[rows.Int(2)])
        {
            return false;
        }

        return window is not { } days || (!rows.IsNull(3) && days.Contains(new Day(rows.Int(3))));
    }

    private void Fill(PostingPage page, int i)
    {
        page.Account[i] = rows.Int(1);
        page.Counterparty[i] = rows.Int(2);
        page.BookingDay[i] = (int)rows.LongOr(3, Day.NoneNumber);
        page.Row[i] = rows.Int(4);
        page.Statement[i] = rows.Int(5) - 1;
        page.Minor[i] = rows.Long(6);
        page.CounterMinor[i] = rows.Long(7);
        page.ValueDay[i] = (int)rows.LongOr(8, Day.NoneNumber);
        page.Instant[i] = rows.LongOr(9, Instant.None);
        page.Currency[i] = (byte)(rows.Int(10) - 1);
        page.CounterCurrency[i] = page.CounterMinor[i] == 0 ? (byte)0 : (byte)(rows.Int(11) - 1);
        page.Kind[i] = (PostingKind)rows.Int(12);
        page.Origin[i] = (PostingOrigin)rows.Int(13);
        page.Balance[i] = rows.LongOr(14, PostingPage.NoBalance);
        page.CounterBalance[i] = rows.LongOr(15, PostingPage.NoBalance);
        page.Reference[i] = rows.TextOrNull(16);
        page.EndToEndId[i] = rows.TextOrNull(17);
        page.LocalId[i] = rows.TextOrNull(18);
        if (withTexts)
        {
            page.CounterpartyName[i] = rows.TextOrNull(19);
            page.Text[i] = rows.TextOrNull(20);
        }
    }
}
