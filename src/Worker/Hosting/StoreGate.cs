using FinInvest.Graph.Store;
using Microsoft.Extensions.Logging;

namespace FinInvest.Graph.Worker.Hosting;

/// <summary>
/// Whether files may be taken at all, where a server keeps the cases: not before it answers, not while it is away, and never again after it refused the user, since every further try may lock
/// the user out. Workspaces are always there: without a server the gate is open.
/// </summary>
internal sealed class StoreGate : IAsyncDisposable
{
    private readonly IStoreServer? server;
    private readonly TimeProvider time;
    private readonly ILogger log;
    private readonly SemaphoreSlim one = new(1);
    private StoreHealth? last;
    private long lookedAt;
    private volatile bool isDoubtful = true;

    public StoreGate(IStoreServer? server, WorkerMetrics metrics, TimeProvider time, ILogger<StoreGate> log)
    {
        (this.server, this.time, this.log) = (server, time, log);
        if (server is not null)
        {
            metrics.Breaker(() => server.Breaker);
        }
    }

    /// <summary>The server; null = each case is a workspace of its own.</summary>
    public IStoreServer? Server => server;

    /// <summary>The server refused the user or this program: only a person helps.</summary>
    public bool IsRefused => last is { Condition: StoreCondition.Refused };

    /// <summary>No call goes through now, so that trying again at once is in vain.</summary>
    public bool IsAway => server is { Breaker: not BreakerState.Closed };

    /// <summary>Whether a file may be taken. While all goes well this makes no call.</summary>
    public async ValueTask<bool> IsOpenAsync(CancellationToken ct) =>
        server is null || (!isDoubtful && !IsAway) || (await LookAsync(server, ct)).Condition == StoreCondition.Ready;

    /// <summary>A file met a fault: before the next one the server is looked at.</summary>
    public void Doubt() => isDoubtful = true;

    /// <summary>What is wrong with the server, in a sentence; "" = nothing.</summary>
    public async ValueTask<string> ProblemAsync(CancellationToken ct) => server is null ? "" : (await LookAsync(server, ct)).Sentence;

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }

        one.Dispose();
    }

    private async ValueTask<StoreHealth> LookAsync(IStoreServer at, CancellationToken ct)
    {
        await one.WaitAsync(ct);
        try
        {
            if (last is { Condition: StoreCondition.Refused } || (last is { Condition: StoreCondition.Away, RetryAfter: { } pause } && time.GetElapsedTime(lookedAt) < pause))
            {
                return last;
            }

            var before = last?.Condition;
            last = await at.ProbeAsync(ct);
            lookedAt = time.GetTimestamp();
            isDoubtful = last.Condition != StoreCondition.Ready;
            Say(before, last);
            return last;
        }
        finally
        {
            one.Release();
        }
    }

    private void Say(StoreCondition? before, StoreHealth now)
    {
        if (before == now.Condition)
        {
            return;
        }

        switch (now.Condition)
        {
            case StoreCondition.Ready when before is not null:
                ServeLog.StoreBack(log);
                break;
            case StoreCondition.Away:
                ServeLog.StoreAway(log, now.Sentence);
                break;
            case StoreCondition.Refused:
                ServeLog.StoreRefused(log, now.Sentence);
                break;
        }
    }
}
