using System.Globalization;
using System.Text;
using FinInvest.Graph.Store;

namespace FinInvest.Graph.StoreTests;

/// <summary>Small invented documents: every row follows from (document number, row number), so that an auditor can recompute what must be there.</summary>
internal static class StoreSample
{
    public static readonly string[] Currencies = ["KZT", "EUR"];

    public static byte[] Bytes(int document) => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"invented document {document}\n"));

    public static SourceDocument Document(int document)
    {
        var bytes = Bytes(document);
        return new SourceDocument(Sha256.Of(bytes), string.Create(CultureInfo.InvariantCulture, $"bank-{document}.csv"), bytes.Length, "KZ", "bank/1");
    }

    public static string Name(int account) => string.Create(CultureInfo.InvariantCulture, $"KZ{account:D4}");

    /// <summary>Two-sided rows first..first+count-1 (1-based) of a document over <paramref name="accounts"/> accounts.</summary>
    public static PostingPage Page(int document, int first, int count, int accounts = 50, IReadOnlyList<string>? names = null)
    {
        names ??= [.. Enumerable.Range(0, accounts + 1).Select(a => a == 0 ? "" : Name(a))];
        var page = PostingPage.Allocate(Document(document).Hash, names, ["extract"], Currencies, count);
        for (var i = 0; i < count; i++)
        {
            var row = first + i;
            page.Row[i] = row;
            page.Account[i] = 1 + ((row + document) % accounts);
            page.Counterparty[i] = 1 + (((row * 7) + document + 1) % accounts);
            page.Minor[i] = -(1000L + row);
            page.CounterMinor[i] = 1000L + row;
            page.BookingDay[i] = 19_000 + (row / 100);
            page.ValueDay[i] = 19_000 + (row / 100);
            page.LocalId[i] = string.Create(CultureInfo.InvariantCulture, $"d{document}r{row}");
        }

        return page;
    }

    public static IReadOnlyList<FactRow> Facts(int document) =>
    [
        new(new Account(string.Create(CultureInfo.InvariantCulture, $"A{document}"), "KZT"), Document(document).Hash, 1),
        new(new Party(string.Create(CultureInfo.InvariantCulture, $"P{document}"), "Invented Owner"), Document(document).Hash, 2),
    ];

    public static IReadOnlyList<Reject> Rejects(int document) => [new("AMOUNT_NOT_A_NUMBER", Document(document).Name, 7, "amount", "12,x", "The amount \"12,x\" is no number.", "a;12,x")];

    /// <summary>Loads whole documents, each with rows, two facts and one reject, after putting their bytes into the vault.</summary>
    public static async Task<LoadReceipt> LoadAsync(ICaseGraph graph, IVault vault, IEnumerable<int> documents, int rows = 10, int pageRows = 4)
    {
        await using var load = await graph.BeginLoadAsync(default);
        foreach (var document in documents)
        {
            await AppendAsync(load, vault, document, rows, pageRows);
        }

        return await load.CommitAsync(default);
    }

    public static async Task AppendAsync(ILoad load, IVault vault, int document, int rows = 10, int pageRows = 4)
    {
        await vault.PutAsync(new MemoryStream(Bytes(document)), default);
        if (!await load.BeginDocumentAsync(Document(document), default))
        {
            return;
        }

        for (var first = 1; first <= rows; first += pageRows)
        {
            await load.AppendAsync(Page(document, first, Math.Min(pageRows, rows - first + 1)), default);
        }

        await load.AppendAsync(Facts(document), default);
        await load.AppendAsync(Rejects(document), default);
    }

    /// <summary>Every column of every row as text, one line a row: two readings are the same iff these are.</summary>
    public static async Task<List<string>> RowsAsync(ICaseGraph graph, LedgerRequest request)
    {
        var lines = new List<string>();
        await foreach (var page in graph.PostingsAsync(request, default))
        {
            for (var i = 0; i < page.Count; i++)
            {
                lines.Add(Line(page, i));
            }
        }

        return lines;
    }

    public static string Line(PostingPage p, int i) => string.Join('|', p.Document.Hex, p.StatementIds[p.Statement[i]], p.Row[i].ToString(CultureInfo.InvariantCulture),
        p.AccountNames[p.Account[i]], p.AccountNames[p.Counterparty[i]], p.Minor[i].ToString(CultureInfo.InvariantCulture), p.CounterMinor[i].ToString(CultureInfo.InvariantCulture),
        new Day(p.BookingDay[i]).ToString(), new Day(p.ValueDay[i]).ToString(), p.Instant[i].ToString(CultureInfo.InvariantCulture), p.CurrencyCodes[p.Currency[i]],
        p.CounterMinor[i] == 0 ? "" : p.CurrencyCodes[p.CounterCurrency[i]], p.Kind[i].ToString(), p.Origin[i].ToString(), p.Balance[i].ToString(CultureInfo.InvariantCulture),
        p.CounterBalance[i].ToString(CultureInfo.InvariantCulture), p.Reference[i] ?? "NULL", p.EndToEndId[i] ?? "NULL", p.LocalId[i] ?? "NULL", p.CounterpartyName[i] ?? "NULL",
        p.Text[i] ?? "NULL");
}
