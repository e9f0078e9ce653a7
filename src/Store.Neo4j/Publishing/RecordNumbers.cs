using FinInvest.Graph.Store.Neo4j.Reading;
using FinInvest.Graph.Store.Neo4j.Transport;

namespace FinInvest.Graph.Store.Neo4j.Publishing;

/// <summary>Finds the numbers of rows and documents in the database by what identifies them everywhere.</summary>
internal sealed class RecordNumbers : IRowSink
{
    private const long RowsAtOnce = 65_536;
    private readonly Dictionary<Sha256, long> documents;
    private readonly Dictionary<string, int> statements = new(StringComparer.Ordinal);

    /// <summary>Row numbers by (document, statement), then by the row as the source counts.</summary>
    private readonly Dictionary<(long Document, int Statement), Dictionary<int, long>> rows = [];
    private Dictionary<int, long> open = [];
    private (long, int) at = (-1, -1);

    private RecordNumbers(IReadOnlyList<KeptDocument> documents, CaseNames names)
    {
        this.documents = documents.Where(d => !d.IsExpunged).ToDictionary(d => d.Document.Hash, d => d.Number);
        foreach (var (name, i) in names.Statements.Select((n, i) => (n, i)))
        {
            statements.TryAdd(name, i + 1);
        }
    }

    public static async ValueTask<RecordNumbers> ReadAsync(CaseDatabase database, CaseNames names, long load, CancellationToken ct)
    {
        var documents = await KeptDocument.ReadAsync(database, load, ct);
        var made = new RecordNumbers(documents, names);
        var end = documents.Count == 0 ? 0 : documents.Max(d => d.EndRow);
        for (long from = 1; from < end; from += RowsAtOnce)
        {
            await database.ReadAsync("read/row-keys", made, [("from", from), ("to", Math.Min(end, from + RowsAtOnce))], ct);
        }

        return made;
    }

    /// <summary>Number of a document, or null where the case does not hold it.</summary>
    public long? Document(Sha256 document) => documents.TryGetValue(document, out var number) ? number : null;

    /// <summary>Number of a row, or null where the case does not hold it.</summary>
    public long? Row(RowKey row) => documents.TryGetValue(row.Document, out var document) && statements.TryGetValue(row.Statement, out var statement)
        && rows.TryGetValue((document, statement), out var held) && held.TryGetValue(row.Row, out var number) ? number : null;

    public void Restart()
    {
        // Rows that come again are the same.
    }

    public void Columns(IReadOnlyList<string> names)
    {
    }

    public void Row(IRowValues r)
    {
        var key = (r.Int64(1), (int)r.Int64(2));
        if (key != at)
        {
            at = key;
            if (!rows.TryGetValue(key, out open!))
            {
                rows.Add(key, open = []);
            }
        }

        open.TryAdd((int)r.Int64(3), r.Int64(0));
    }
}
