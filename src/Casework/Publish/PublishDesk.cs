using FinInvest.Graph.Store;
using FinInvest.Graph.Store.Publishing;

namespace FinInvest.Graph.Casework.Publish;

/// <summary>
/// The use case "publish": the effective ledger and the facts of the case's current version, laid into the store's database for people who look into it with its own tools.
/// What is shown is derived and is never read back.
/// </summary>
public static class PublishDesk
{
    /// <exception cref="CaseQuestionException">The store has nothing to publish to.</exception>
    public static ValueTask<PublicationReceipt> PublishAsync(ICaseStore store, CaseFile file, CancellationToken ct) => Target(store).PublishAsync(Describe(file), ct);

    /// <summary>Removes what is published; 0 = nothing was.</summary>
    /// <exception cref="CaseQuestionException">The store has nothing to publish to.</exception>
    public static ValueTask<long> DropAsync(ICaseStore store, CancellationToken ct) => Target(store).DropAsync(ct);

    /// <summary>The case as people see it, of facts that count: what a decision excludes is not in it.</summary>
    public static Publication Describe(CaseFile file)
    {
        var graph = new FactGraph(file.Reconciliation);
        PartyFacts.Add(graph);
        MoneyFacts.Add(graph);
        EvidenceFacts.Add(graph);
        return graph.Close(file.Version);
    }

    private static IPublishedGraph Target(ICaseStore store) => store.Published ?? throw new CaseQuestionException(
        $"There is nothing to publish to: the case lies in {store.Place}, a folder without a graph database. Publishing is for a case on a Neo4j server (-w http://host:7474/CASE); fininvest export --format csv writes the same transfers as tables.");
}
