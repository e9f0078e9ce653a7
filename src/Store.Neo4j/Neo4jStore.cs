using FinInvest.Graph.Store.Neo4j.Layout;
using FinInvest.Graph.Store.Neo4j.Transport;
using FinInvest.Graph.Store.Neo4j.Writing;

namespace FinInvest.Graph.Store.Neo4j;

/// <summary>One case on a Neo4j server, with its vault in a folder or share. The transport may serve many cases and stays open when a case is closed, unless it was handed over.</summary>
public sealed class Neo4jStore : ICaseStore
{
    private readonly ICypherTransport? owned;
    private readonly Neo4jCase graph;

    private Neo4jStore(string place, Neo4jCase graph, FolderVault vault, ICypherTransport? owned)
    {
        (Place, this.graph, Vault, this.owned) = (place, graph, vault, owned);
    }

    /// <inheritdoc/>
    public string Place { get; }

    /// <inheritdoc/>
    public ICaseGraph Case => graph;

    /// <inheritdoc/>
    public IVault Vault { get; }

    /// <summary>Opens a case; where there is none it is made, or null is returned.</summary>
    /// <param name="name">The case; see <see cref="CaseAddress"/>.</param>
    /// <param name="vaultFolder">The case's own vault; made where it does not exist.</param>
    /// <param name="create">Make the case where there is none, and raise an older layout of the database.</param>
    /// <param name="ownsTransport">Close the transport with the case.</param>
    /// <exception cref="StoreVersionException">A newer program wrote the database.</exception>
    /// <exception cref="IOException">The server cannot be reached.</exception>
    /// <exception cref="UnauthorizedAccessException">The server refuses the user.</exception>
    public static ValueTask<Neo4jStore?> OpenAsync(ICypherTransport transport, CaseAddress address, string vaultFolder, bool create, bool ownsTransport, CancellationToken ct) =>
        OpenAsync(transport, address, vaultFolder, create, ownsTransport, TimeProvider.System, WriterLease.Standard, ct);

    internal static async ValueTask<Neo4jStore?> OpenAsync(
        ICypherTransport transport, CaseAddress address, string vaultFolder, bool create, bool ownsTransport, TimeProvider time, TimeSpan lease, CancellationToken ct)
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
        return new Neo4jStore(address.ToString(), new Neo4jCase(database, vault, time, lease), vault, ownsTransport ? transport : null);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await graph.DisposeAsync();
        if (owned is not null)
        {
            await owned.DisposeAsync();
        }
    }
}
