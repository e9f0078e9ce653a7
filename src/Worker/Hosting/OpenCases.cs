using System.Collections.Concurrent;
using FinInvest.Graph.Store.Embedded;

namespace FinInvest.Graph.Worker.Hosting;

/// <summary>The workspaces that are open, by case. A workspace stays open between files; the writer's lease is held only while a file is loaded, so people may load and decide beside the worker.</summary>
internal sealed class OpenCases(ServeFolders folders) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Workspace> open = new(StringComparer.Ordinal);

    /// <summary>Opens or makes the case's workspace. Only the worker's loop calls this.</summary>
    public Workspace Of(string name)
    {
        if (!open.TryGetValue(name, out var workspace))
        {
            ServeFolders.Create(folders.Cases);
            open[name] = workspace = Workspace.Open(folders.Case(name), create: true);
        }

        return workspace;
    }

    /// <summary>Forgets a workspace after a fault, so that the next use opens it anew.</summary>
    public async ValueTask CloseAsync(string name)
    {
        if (open.TryRemove(name, out var workspace))
        {
            await workspace.DisposeAsync();
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
