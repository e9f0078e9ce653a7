using FinInvest.Graph.Store.Neo4j.Transport;
using Driver = global::Neo4j.Driver;

namespace FinInvest.Graph.Store.Neo4j.Bolt.Channel;

/// <summary>An explicit transaction of the driver, with the session it lives in.</summary>
internal sealed class BoltTransaction(Driver.IAsyncSession session, Driver.IAsyncTransaction transaction, Neo4jSettings settings) : ICypherTransaction
{
    public async ValueTask<CypherSummary> RunAsync(CypherStatement statement, IRowSink? rows, CancellationToken ct)
    {
        var parameters = BoltParameters.Of(statement);
        return await BoltChannel.PullAsync(() => transaction.RunAsync(statement.Text, parameters), statement.Name, settings, rows, ct);
    }

    public async ValueTask<IReadOnlyList<string>> CommitAsync(CancellationToken ct)
    {
        await BoltFaults.CallAsync("commit", settings, async () =>
        {
            await transaction.CommitAsync();
            return true;
        }, ct);
        return session.LastBookmarks.Values;
    }

    public async ValueTask DisposeAsync()
    {
        // Rolls back what was not committed.
        await BoltChannel.EndAsync(transaction.DisposeAsync().AsTask());
        await BoltChannel.EndAsync(session.CloseAsync());
    }
}
