using FinInvest.Graph.Store.Neo4j.Transport.Http;
using FinInvest.Graph.Store.Neo4j.Transport.Resilience;

namespace FinInvest.Graph.Store.Neo4j.Transport;

/// <summary>A channel to a server with everything around it that keeps a passing fault from the caller: pauses, time-outs, a circuit breaker. Nothing is tried for ever.</summary>
public sealed class ResilientTransport : ICypherTransport
{
    /// <summary>Name of the meter with the retries by code.</summary>
    public const string MeterName = "FinInvest.Graph.Store.Neo4j";

    private readonly ICypherChannel channel;
    private readonly Neo4jSettings settings;
    private readonly CallPipeline pipeline;

    /// <param name="time">Clock of the pauses; null = the system's.</param>
    public ResilientTransport(ICypherChannel channel, Neo4jSettings settings, TimeProvider? time = null)
    {
        this.channel = channel;
        this.settings = settings;
        pipeline = new CallPipeline(settings, time ?? TimeProvider.System);
    }

    /// <summary>What the circuit breaker lets through now.</summary>
    public BreakerState Breaker => pipeline.State;

    /// <summary>Calls made again since the transport was opened.</summary>
    public long Retries => pipeline.Retries;

    /// <summary>The transport over HTTP, which every build has. It makes no call yet.</summary>
    /// <exception cref="ArgumentException">The address is not http:// or https://.</exception>
    public static ResilientTransport OverHttp(Neo4jSettings settings) =>
        settings.Address.Scheme is "http" or "https" ? new ResilientTransport(new QueryApiChannel(settings), settings)
            : throw new ArgumentException($"{settings.Address.Scheme}:// is not an address of Neo4j's Query API; that begins with http:// or https://.");

    /// <inheritdoc/>
    public ValueTask<CypherSummary> RunAsync(CypherStatement statement, AccessMode mode, IReadOnlyList<string> bookmarks, IRowSink? rows, CancellationToken ct)
    {
        var limit = statement.Limit ?? settings.StatementLimit;
        return pipeline.CallAsync(statement.Name, limit, statement.AttemptsMax, (attempt, token) =>
        {
            if (attempt > 0)
            {
                rows?.Restart();
            }

            return channel.RunAsync(statement, mode, bookmarks, limit, rows, token);
        }, ct);
    }

    /// <inheritdoc/>
    public ValueTask<ICypherTransaction> BeginAsync(AccessMode mode, IReadOnlyList<string> bookmarks, CancellationToken ct) =>
        pipeline.CallAsync("begin", settings.StatementLimit, null, (_, token) => channel.BeginAsync(mode, bookmarks, settings.StatementLimit, token), ct);

    /// <inheritdoc/>
    public ValueTask<CommittedWork<T>> InTransactionAsync<T>(AccessMode mode, IReadOnlyList<string> bookmarks, Func<ICypherTransaction, CancellationToken, ValueTask<T>> work, CancellationToken ct) =>
        pipeline.CallAsync("transaction", settings.StatementLimit, null, async (_, token) =>
        {
            await using var transaction = await channel.BeginAsync(mode, bookmarks, settings.StatementLimit, token);
            var result = await work(transaction, token);
            return new CommittedWork<T>(result, await transaction.CommitAsync(token));
        }, ct);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => channel.DisposeAsync();
}
