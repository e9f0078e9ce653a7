using FinInvest.Graph.Store.Neo4j.Layout;
using FinInvest.Graph.Store.Neo4j.Transport;
using FinInvest.Graph.Store.Neo4j.Transport.Resilience;

namespace FinInvest.Graph.Store.Neo4j;

/// <summary>A Neo4j server that keeps many cases, over one transport.</summary>
/// <param name="transport">Closed with this object.</param>
/// <param name="address">Its address, as it is named to people.</param>
public sealed class Neo4jStoreServer(ResilientTransport transport, Uri address) : IStoreServer
{
    private static readonly TimeSpan ProbeLimit = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public BreakerState Breaker => transport.Breaker;

    private string Place => address.GetLeftPart(UriPartial.Authority);

    /// <inheritdoc/>
    public async ValueTask<StoreHealth> ProbeAsync(CancellationToken ct)
    {
        try
        {
            return await GraphLayout.LookAsync(transport, ProbeLimit, ct) <= GraphLayout.Newest ? new StoreHealth(StoreCondition.Ready)
                : new StoreHealth(StoreCondition.Refused, $"The database at {Place} was written by a newer program: use that one.");
        }
        catch (CypherException e)
        {
            return e.Verdict == CypherVerdict.Fail && FaultList.IsOfTheUser(e.Code)
                ? new StoreHealth(StoreCondition.Refused, $"The store at {Place} refused the user ({e.Code}): correct NEO4J_USER and NEO4J_PASSWORD or NEO4J_PASSWORD_FILE, or the user's rights, and start the program again; it does not try by itself, so that the user is not locked out.")
                : new StoreHealth(StoreCondition.Away, $"The store at {Place} does not answer as it must ({e.Code}). {FaultList.Advice(e.Code)}".TrimEnd(), e.RetryAfter);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<ICaseStore> OpenAsync(string name, string vaultFolder, string cacheFolder, CancellationToken ct) =>
        (await Neo4jStore.OpenAsync(transport, CaseAddress.Parse($"{Place}/{name}"), Path.Combine(vaultFolder, name), Path.Combine(cacheFolder, $"{address.Host}-{address.Port}", name), create: true,
            TimeProvider.System, Writing.WriterLease.Standard, ct, ownsTransport: false))!;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => transport.DisposeAsync();
}
