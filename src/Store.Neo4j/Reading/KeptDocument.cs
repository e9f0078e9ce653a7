using FinInvest.Graph.Store.Neo4j.Transport;

namespace FinInvest.Graph.Store.Neo4j.Reading;

/// <summary>A document with its number, its load and the range of its rows; one that was expunged has nothing but its hash and counts nothing.</summary>
internal sealed record KeptDocument(long Number, long Load, SourceDocument Document, long FirstRow, long Postings, long Facts, long Rejects, bool IsExpunged)
{
    /// <summary>The number after its last row.</summary>
    public long EndRow => FirstRow + Postings;

    public static ValueTask<IReadOnlyList<KeptDocument>> ReadAsync(CaseDatabase database, long load, CancellationToken ct) =>
        database.ReadAsync("read/documents", Of, [("load", load)], ct);

    private static KeptDocument Of(IRowValues r) => new(r.Int64(0), r.Int64(1), new SourceDocument(new Sha256(r.Text(2)), r.Text(3), r.Int64(4), r.Text(5), r.Text(6)), r.Int64(7), r.Int64(8), r.Int64(9), r.Int64(10), r.Boolean(11));
}
