using FinInvest.Graph.Store;

namespace FinInvest.Graph.StoreTests.Compliance;

/// <summary>A fresh case and the ways to look at it again: through the same door, or opened anew as another process would.</summary>
public abstract class OpenCase : IAsyncDisposable
{
    public abstract ICaseGraph Graph { get; }
    public abstract IVault Vault { get; }

    /// <summary>The same case through a door of its own.</summary>
    public abstract ValueTask<ICaseGraph> AgainAsync();

    public abstract ValueTask DisposeAsync();
}
