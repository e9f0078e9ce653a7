using System.Globalization;
using FinInvest.Graph.Store.Neo4j.Transport;

namespace FinInvest.Graph.Store.Neo4j.Reading;

/// <summary>
/// What a person looks for. The server gives the rows that may match, by accounts, days and upper-case letters; each is looked at again here, letter by letter and whatever their case in any
/// script, so that both stores find the same.
/// </summary>
internal sealed class RowFinder : IRowSink
{
    private const int FirstText = 9;
    private const int LastText = 13;
    private readonly FindQuery query;
    private readonly CaseNames names;
    private readonly IReadOnlyList<KeptDocument> documents;
    private readonly bool[] textMatches;
    private readonly bool[]? accountMatches;
    private readonly (string Document, string Statement, int Row)? rowAsked;
    private readonly List<FoundRow> found = [];
    private long total;
    private int document;

    public RowFinder(FindQuery query, CaseNames names, IReadOnlyList<KeptDocument> documents)
    {
        (this.query, this.names, this.documents) = (query, names, documents);
        textMatches = Array.ConvertAll(names.Accounts, n => n.Contains(query.Text, StringComparison.OrdinalIgnoreCase));
        textMatches[0] = false;
        if (query.Account.Length > 0)
        {
            var account = Squeeze(query.Account);
            accountMatches = Array.ConvertAll(names.Accounts, n => Squeeze(n).Equals(account, StringComparison.OrdinalIgnoreCase));
        }

        rowAsked = RowOf(query.Text);
    }

    public async ValueTask<FindResult> FindAsync(CaseDatabase database, CancellationToken ct)
    {
        if (documents.Count == 0 || (query.Days is { } days && days.From > days.To))
        {
            return new FindResult([], 0);
        }

        await database.ReadAsync("read/found", this,
            [
                ("from", documents[0].FirstRow), ("to", documents[^1].EndRow), ("account", accountMatches is null ? null : Numbers(accountMatches)),
                ("text", query.Text.Length == 0 ? null : query.Text), ("named", Numbers(textMatches)), ("row", rowAsked?.Row),
                .. query.Days is { } range ? RowReader.Days(range) : [("first", null), ("last", null)],
            ], ct);
        return new FindResult(found, total);
    }

    public void Restart()
    {
        found.Clear();
        (total, document) = (0, 0);
    }

    public void Columns(IReadOnlyList<string> columns)
    {
    }

    public void Row(IRowValues r)
    {
        var number = r.Int64(0);
        while (number >= documents[document].EndRow)
        {
            document++;
        }

        // A row below its document's first is one of a document that is being expunged.
        if (number >= documents[document].FirstRow && HasAccount(r) && HasAmount(r) && HasDay(r) && HasText(r))
        {
            total++;
            if (found.Count < query.RowsMax)
            {
                found.Add(Show(r));
            }
        }
    }

    private static string Squeeze(string name) => name.Replace(" ", "", StringComparison.Ordinal);

    private static long[] Numbers(bool[] matches) => [.. Enumerable.Range(0, matches.Length).Where(i => matches[i]).Select(i => (long)i)];

    /// <summary>"S2/118" or "3f9a1c/S2/118"; null where the text is no such name of a row.</summary>
    private static (string Document, string Statement, int Row)? RowOf(string text)
    {
        var last = text.LastIndexOf('/');
        if (last <= 0 || !int.TryParse(text.AsSpan(last + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var row))
        {
            return null;
        }

        var first = text.IndexOf('/', StringComparison.Ordinal);
        return first == last ? ("", text[..last], row) : (text[..first], text[(first + 1)..last], row);
    }

    private bool HasAccount(IRowValues r) => accountMatches is null || accountMatches[r.Int64(1)] || accountMatches[r.Int64(2)];

    private bool HasDay(IRowValues r) => query.Days is not { } days || (!r.IsNull(3) && days.Contains(new Day(RowColumns.Day(r, 3))));

    private bool HasAmount(IRowValues r)
    {
        if (query.MinorFrom is null && query.MinorTo is null)
        {
            return true;
        }

        var minor = r.Int64(6);
        var counter = RowColumns.LongOr(r, 7, 0);
        return InRange(minor) || (counter != 0 && InRange(counter)) || (minor < 0 && minor != long.MinValue && InRange(-minor)) || (counter < 0 && counter != long.MinValue && InRange(-counter));
    }

    private bool InRange(long minor) => minor >= (query.MinorFrom ?? long.MinValue) && minor <= (query.MinorTo ?? long.MaxValue);

    private bool HasText(IRowValues r)
    {
        if (query.Text.Length == 0 || textMatches[r.Int64(1)] || textMatches[r.Int64(2)])
        {
            return true;
        }

        for (var column = FirstText; column <= LastText; column++)
        {
            if (!r.IsNull(column) && r.Text(column).Contains(query.Text, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return rowAsked is { } asked && r.Int64(4) == asked.Row && names.Statements[r.Int64(5) - 1] == asked.Statement &&
            documents[document].Document.Hash.Hex.StartsWith(asked.Document, StringComparison.Ordinal);
    }

    private FoundRow Show(IRowValues r) => new(new RowKey(documents[document].Document.Hash, names.Statements[r.Int64(5) - 1], (int)r.Int64(4)), RowColumns.TextOrNull(r, 11) ?? "",
        names.Accounts[r.Int64(1)], names.Accounts[r.Int64(2)], RowColumns.TextOrNull(r, 12) ?? "", r.Int64(6), r.Text(8), new Day(RowColumns.Day(r, 3)), RowColumns.TextOrNull(r, 13) ?? "",
        RowColumns.TextOrNull(r, 9) ?? "", documents[document].Document.Name);
}
