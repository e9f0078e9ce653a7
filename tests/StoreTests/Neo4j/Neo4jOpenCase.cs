using FinInvest.Graph.Store;
using FinInvest.Graph.Store.Neo4j;
using FinInvest.Graph.Store.Neo4j.Transport;
using FinInvest.Graph.StoreTests.Compliance;
using FinInvest.Graph.StoreTests.Embedded;

namespace FinInvest.Graph.StoreTests.Neo4j;

/// <summary>A case of its own on the test server, with its vault in a passing folder.</summary>
internal sealed class Neo4jOpenCase : OpenCase
{
    private readonly PassingFolder folder = new();
    private readonly List<Neo4jStore> open = [];
    private readonly List<ICypherTransport> transports = [];
    private readonly CaseAddress address = CaseAddress.Parse($"http://host/t-{Guid.NewGuid():N}");
    private readonly Neo4jServer server;
    private readonly TimeSpan lease;

    private Neo4jOpenCase(Neo4jServer server, TimeSpan lease) => (this.server, this.lease) = (server, lease);

    public override ICaseGraph Graph => open[0].Case;
    public override IVault Vault => open[0].Vault;
    public Neo4jStore Store => open[0];
    public ICypherTransport Transport => transports[0];
    public string Name => address.Case;

    public static async ValueTask<Neo4jOpenCase> MakeAsync(Neo4jServer server, TimeSpan? lease = null)
    {
        var made = new Neo4jOpenCase(server, lease ?? TimeSpan.FromSeconds(30));
        await made.OpenAsync(create: true);
        return made;
    }

    public override async ValueTask<ICaseGraph> AgainAsync() => (await OpenAsync(create: false)).Case;

    public override async ValueTask DisposeAsync()
    {
        foreach (var store in open)
        {
            await store.DisposeAsync();
        }

        folder.Dispose();
    }

    private async ValueTask<Neo4jStore> OpenAsync(bool create)
    {
        transports.Add(await server.OpenAsync());
        open.Add((await Neo4jStore.OpenAsync(transports[^1], address, Path.Combine(folder.Path, "vault"), Path.Combine(folder.Path, "cache"), create, TimeProvider.System, lease, default))!);
        return open[^1];
    }
}
