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
    private readonly FindMatch match;
    private readonly List<FoundRow> found = [];
    private long total;
    private int document;

    public RowFinder(FindQuery query, CaseNames names, IReadOnlyList<KeptDocument> documents)
    {
        (this.query, this.names, this.documents) = (query, names, documents);
        match = new FindMatch(query, names.Accounts);
    }

    public async ValueTask<FindResult> FindAsync(CaseDatabase database, CancellationToken ct)
    {
        if (documents.Count == 0 || (query.Days is { } days && days.From > days.To))
        {
            return new FindResult([], 0);
        }

        await database.ReadAsync("read/found", this,
            [
                ("from", documents[0].FirstRow), ("to", documents[^1].EndRow), ("account", match.Accounts is { } accounts ? Numbers(accounts) : null),
                ("text", query.Text.Length == 0 ? null : query.Text), ("named", Numbers(match.Named)), ("row", match.RowAsked?.Row),
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
        if (number >= documents[document].FirstRow && match.HasAccount(r.Int64(1), r.Int64(2)) && match.HasAmount(r.Int64(6), RowColumns.LongOr(r, 7, 0))
            && match.HasDay(r.IsNull(3) ? null : new Day(RowColumns.Day(r, 3))) && HasText(r))
        {
            total++;
            if (found.Count < query.RowsMax)
            {
                found.Add(Show(r));
            }
        }
    }

    private static long[] Numbers(IReadOnlyList<bool> matches) => [.. Enumerable.Range(0, matches.Count).Where(i => matches[i]).Select(i => (long)i)];

    private bool HasText(IRowValues r)
    {
        if (match.HasName(r.Int64(1), r.Int64(2)))
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

        return match.IsNamed(documents[document].Document.Hash.Hex, names.Statements[r.Int64(5) - 1], r.Int64(4));
    }

    private FoundRow Show(IRowValues r) => new(new RowKey(documents[document].Document.Hash, names.Statements[r.Int64(5) - 1], (int)r.Int64(4)), RowColumns.TextOrNull(r, 11) ?? "",
        names.Accounts[r.Int64(1)], names.Accounts[r.Int64(2)], RowColumns.TextOrNull(r, 12) ?? "", r.Int64(6), r.Text(8), new Day(RowColumns.Day(r, 3)), RowColumns.TextOrNull(r, 13) ?? "",
        RowColumns.TextOrNull(r, 9) ?? "", documents[document].Document.Name);
}
