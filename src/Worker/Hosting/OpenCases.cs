using System.Collections.Concurrent;
using FinInvest.Graph.Casework.LoadRecords;

namespace FinInvest.Graph.Worker.Hosting;

/// <summary>The cases that are open, by name. A case stays open between files; the writer's lease is held only while a file is loaded, so people may load and decide beside the worker.</summary>
internal sealed class OpenCases(ServeOptions options, ServeFolders folders, StoreGate gate) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, OpenCase> open = new(StringComparer.Ordinal);

    /// <summary>Opens or makes the case. Only the worker's loop calls this.</summary>
    public async ValueTask<OpenCase> OfAsync(string name, CancellationToken ct)
    {
        if (!open.TryGetValue(name, out var found))
        {
            ServeFolders.Create(folders.Cases);
            var at = folders.StoreFolders(options);
            var store = gate.Server is { } server ? await server.OpenAsync(name, at.Vault, at.Cache, ct) : await StoreOpener.OpenOrMakeAsync(folders.Case(name), ct);
            open[name] = found = new OpenCase(store, new RecordLoader(store.Case, store.Vault));
        }

        return found;
    }

    /// <summary>Forgets a case after a fault, so that the next use opens it anew.</summary>
    public async ValueTask CloseAsync(string name)
    {
        if (open.TryRemove(name, out var found))
        {
            await found.Store.DisposeAsync();
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
