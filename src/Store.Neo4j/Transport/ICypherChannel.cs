namespace FinInvest.Graph.Store.Neo4j.Transport;

/// <summary>One way to speak to a server (the Query API, Bolt), each call tried once. <see cref="ResilientTransport"/> puts pauses, time-outs and the circuit breaker around it.</summary>
public interface ICypherChannel : IAsyncDisposable
{
    /// <summary>Runs one statement in a transaction of its own, under <paramref name="limit"/> on the server. Every fault is a <see cref="CypherException"/>.</summary>
    ValueTask<CypherSummary> RunAsync(CypherStatement statement, AccessMode mode, IReadOnlyList<string> bookmarks, TimeSpan limit, IRowSink? rows, CancellationToken ct);

    /// <summary>Begins a transaction that the server ends after <paramref name="limit"/>.</summary>
    ValueTask<ICypherTransaction> BeginAsync(AccessMode mode, IReadOnlyList<string> bookmarks, TimeSpan limit, CancellationToken ct);
}
