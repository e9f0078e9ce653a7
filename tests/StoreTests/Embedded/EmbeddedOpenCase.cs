using FinInvest.Graph.Store;
using FinInvest.Graph.Store.Embedded;
using FinInvest.Graph.StoreTests.Compliance;

namespace FinInvest.Graph.StoreTests.Embedded;

/// <summary>A workspace in a passing folder.</summary>
internal sealed class EmbeddedOpenCase : OpenCase
{
    private readonly PassingFolder folder = new();
    private readonly List<Workspace> open = [];

    public EmbeddedOpenCase() => open.Add(Workspace.Open(folder.Path, create: true));

    public string Folder => folder.Path;

    public override ICaseGraph Graph => open[0].Case;
    public override IVault Vault => open[0].Vault;

    public override ValueTask<ICaseGraph> AgainAsync()
    {
        open.Add(Workspace.Open(folder.Path, create: false));
        return ValueTask.FromResult(open[^1].Case);
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var workspace in open)
        {
            await workspace.DisposeAsync();
        }

        folder.Dispose();
    }
}
