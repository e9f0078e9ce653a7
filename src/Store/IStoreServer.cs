namespace FinInvest.Graph.Store;

/// <summary>A server that keeps many cases, whatever it is. Safe for use by several callers at once; its cases share one way to it and that way's circuit breaker.</summary>
public interface IStoreServer : IAsyncDisposable
{
    /// <summary>What the circuit breaker lets through now.</summary>
    BreakerState Breaker { get; }

    /// <summary>Looks once, without trying again, whether the server can be used. A fault is an answer here and no exception.</summary>
    ValueTask<StoreHealth> ProbeAsync(CancellationToken ct);

    /// <summary>Opens a case, or makes it where there is none. The case is closed before the server.</summary>
    /// <param name="name">The case.</param>
    /// <param name="vaultFolder">Folder with the raw files of all cases; each has its own in it.</param>
    /// <param name="cacheFolder">Folder of this machine for what is derived.</param>
    /// <exception cref="ArgumentException">The server takes no case of this name; the message says which it takes.</exception>
    /// <exception cref="StoreFaultException">The server cannot do it now, or at all.</exception>
    /// <exception cref="UnauthorizedAccessException">The server refuses the user.</exception>
    ValueTask<ICaseStore> OpenAsync(string name, string vaultFolder, string cacheFolder, CancellationToken ct);
}
