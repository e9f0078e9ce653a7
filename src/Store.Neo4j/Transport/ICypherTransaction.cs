namespace FinInvest.Graph.Store.Neo4j.Transport;

/// <summary>Several statements that take effect together, or not at all. Used by one caller at a time. Disposed without commit it is rolled back. After any fault it is gone: begin another.</summary>
public interface ICypherTransaction : IAsyncDisposable
{
    /// <summary>Runs a statement and gives its rows to <paramref name="rows"/>; never runs it a second time.</summary>
    ValueTask<CypherSummary> RunAsync(CypherStatement statement, IRowSink? rows, CancellationToken ct);

    /// <summary>Commits; the bookmarks stand for everything it did. A connection lost here does not tell whether it was committed.</summary>
    ValueTask<IReadOnlyList<string>> CommitAsync(CancellationToken ct);
}
