namespace FinInvest.Graph.Store.Neo4j.Transport;

/// <summary>
/// The way to one database of a Neo4j server. Safe for use by several callers at once. Every fault is a <see cref="CypherException"/>; cancelling is an OperationCanceledException.
/// </summary>
public interface ICypherTransport : IAsyncDisposable
{
    /// <summary>
    /// Runs one statement in a transaction of its own. After a fault whose verdict is Retry or Wait it is run again, a few times with growing pauses:
    /// it must be safe to run although it was committed already.
    /// </summary>
    /// <param name="bookmarks">What it must see: bookmarks of earlier summaries and commits.</param>
    /// <param name="rows">Null where the rows do not matter.</param>
    ValueTask<CypherSummary> RunAsync(CypherStatement statement, AccessMode mode, IReadOnlyList<string> bookmarks, IRowSink? rows, CancellationToken ct);

    /// <summary>Begins a transaction. Only the beginning is tried again.</summary>
    ValueTask<ICypherTransaction> BeginAsync(AccessMode mode, IReadOnlyList<string> bookmarks, CancellationToken ct);

    /// <summary>
    /// Begins a transaction, does the work in it and commits. After a fault whose verdict is Retry or Wait all of it is done again in a new one:
    /// the work must be safe to do although it was committed already, and must forget what it read before.
    /// </summary>
    ValueTask<CommittedWork<T>> InTransactionAsync<T>(AccessMode mode, IReadOnlyList<string> bookmarks, Func<ICypherTransaction, CancellationToken, ValueTask<T>> work, CancellationToken ct);
}
