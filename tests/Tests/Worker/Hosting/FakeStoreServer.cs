using FinInvest.Graph.Store;
using FinInvest.Graph.Store.Embedded;

namespace FinInvest.Graph.Tests.Worker.Hosting;

/// <summary>A server that keeps its cases in workspaces and fails as a test says.</summary>
internal sealed class FakeStoreServer(string folder) : IStoreServer
{
    public BreakerState Breaker { get; set; }
    public StoreHealth Health { get; set; } = new(StoreCondition.Ready);

    /// <summary>What the n-th opening of a case throws, from 1; null = it opens.</summary>
    public Func<int, Exception?> Fault { get; set; } = _ => null;

    public int Probes { get; private set; }
    public int Openings { get; private set; }

    public ValueTask<StoreHealth> ProbeAsync(CancellationToken ct)
    {
        Probes++;
        return ValueTask.FromResult(Health);
    }

    public ValueTask<ICaseStore> OpenAsync(string name, string vaultFolder, string cacheFolder, CancellationToken ct) =>
        Fault(++Openings) is { } fault ? throw fault : ValueTask.FromResult<ICaseStore>(Workspace.Open(Path.Combine(folder, "cases", name), create: true));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
