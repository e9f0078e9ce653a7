using FinInvest.Graph.Store.Neo4j.Layout;
using FinInvest.Graph.Store.Neo4j.Transport;
using FinInvest.Graph.Store.Neo4j.Writing;

namespace FinInvest.Graph.Store.Neo4j;

/// <summary>One case on a Neo4j server, with its vault in a folder or share and its cache on this machine.</summary>
public sealed class Neo4jStore : ICaseStore
{
    private readonly ICypherTransport? transport;
    private readonly Neo4jCase graph;

    private Neo4jStore(string place, Neo4jCase graph, FolderVault vault, string cacheFolder, ICypherTransport? transport)
    {
        (Place, this.graph, Vault, this.transport) = (place, graph, vault, transport);
        (Cache, Rows) = (new CacheFolder(cacheFolder), new CacheFolder(Path.Combine(cacheFolder, "rows")));
    }

    /// <inheritdoc/>
    public string Place { get; }

    /// <inheritdoc/>
    public ICaseGraph Case => graph;

    /// <inheritdoc/>
    public IVault Vault { get; }

    /// <inheritdoc/>
    public ICaseCache Cache { get; }

    /// <inheritdoc/>
    public ICaseCache Rows { get; }

    /// <inheritdoc/>
    public IPublishedGraph Published => graph.Published;

    /// <summary>Opens a case; where there is none it is made, or null is returned.</summary>
    /// <param name="transport">Closed with the case; not when this returns null or throws.</param>
    /// <param name="address">Server and case, as the case is named to people.</param>
    /// <param name="vaultFolder">The case's own vault; made where it does not exist.</param>
    /// <param name="cacheFolder">The case's own cache on this machine.</param>
    /// <param name="create">Make the case where there is none, and raise an older layout of the database.</param>
    /// <exception cref="StoreVersionException">A newer program wrote the database.</exception>
    /// <exception cref="StoreFaultException">The server cannot be reached or cannot do it.</exception>
    /// <exception cref="UnauthorizedAccessException">The server refuses the user.</exception>
    public static ValueTask<Neo4jStore?> OpenAsync(ICypherTransport transport, CaseAddress address, string vaultFolder, string cacheFolder, bool create, CancellationToken ct) =>
        OpenAsync(transport, address, vaultFolder, cacheFolder, create, TimeProvider.System, WriterLease.Standard, ct);

    /// <param name="ownsTransport">False = the transport stays open when the case is closed.</param>
    internal static async ValueTask<Neo4jStore?> OpenAsync(
        ICypherTransport transport, CaseAddress address, string vaultFolder, string cacheFolder, bool create, TimeProvider time, TimeSpan lease, CancellationToken ct,
        bool ownsTransport = true)
    {
        var database = new CaseDatabase(transport, address.Case);
        try
        {
            if (create)
            {
                await GraphLayout.RaiseAsync(transport, ct);
                await database.WriteAsync("load/case", _ => 0, [], ct);
            }
            else
            {
                GraphLayout.Require(await GraphLayout.ReadAsync(transport, ct));
                if ((await database.ReadAsync("read/version", r => r.Int64(0), [], ct)).Count == 0)
                {
                    return null;
                }
            }
        }
        catch (CypherException e)
        {
            throw CaseDatabase.Translate(e);
        }

        var vault = new FolderVault(vaultFolder);
        return new Neo4jStore(address.ToString(), new Neo4jCase(database, vault, time, lease), vault, cacheFolder, ownsTransport ? transport : null);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await graph.DisposeAsync();
        if (transport is not null)
        {
            await transport.DisposeAsync();
        }
    }
}
