using System.Collections.Concurrent;
using FinInvest.Graph.Store;

namespace FinInvest.Graph.Worker.Hosting;

/// <summary>The cases that are open, by name. A case stays open between files; the writer's lease is held only while a file is loaded, so people may load and decide beside the worker.</summary>
internal sealed class OpenCases(ServeFolders folders) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, ICaseStore> open = new(StringComparer.Ordinal);

    /// <summary>Opens or makes the case. Only the worker's loop calls this.</summary>
    public async ValueTask<ICaseStore> OfAsync(string name, CancellationToken ct)
    {
        if (!open.TryGetValue(name, out var store))
        {
            ServeFolders.Create(folders.Cases);
            open[name] = store = await StoreOpener.OpenOrMakeAsync(folders.Case(name), ct);
        }

        return store;
    }

    /// <summary>Forgets a case after a fault, so that the next use opens it anew.</summary>
    public async ValueTask CloseAsync(string name)
    {
        if (open.TryRemove(name, out var store))
        {
            await store.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var name in open.Keys)
        {
            await CloseAsync(name);
        }
    }
}
