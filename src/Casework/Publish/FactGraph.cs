using FinInvest.Graph.Store.Publishing;

namespace FinInvest.Graph.Casework.Publish;

/// <summary>Gathers nodes and links, each node once. A name that no fact describes becomes a node all the same, so that what names it is not lost.</summary>
internal sealed class FactGraph(Reconciliation reconciliation)
{
    private readonly Dictionary<(string Label, string Key), PublishedNode> nodes = [];
    private readonly Dictionary<string, PublishedNode> accounts = new(StringComparer.Ordinal);
    private readonly List<PublishedLink> links = [];

    public Reconciliation Case => reconciliation;
    public CaseFacts Facts => reconciliation.Facts;
    public Ledger Ledger => reconciliation.Ledger;

    /// <summary>Adds a node; the first of a key stays, as facts of one id come in the order of their documents.</summary>
    public PublishedEnd Node(string label, string key, params IReadOnlyList<(string Name, object? Value)> properties)
    {
        nodes.TryAdd((label, key), new PublishedNode(label, key, [("id", key), .. properties.Where(p => p.Value is not "")]));
        return PublishedEnd.Node(label, key);
    }

    public bool Has(string label, string key) => nodes.ContainsKey((label, key));

    /// <summary>An account by its id; "" or an id of OUTSIDE is OUTSIDE.</summary>
    public PublishedEnd Account(string id, params IReadOnlyList<(string Name, object? Value)> properties)
    {
        if (id.Length > 0)
        {
            accounts.TryAdd(id, new PublishedNode("Account", id, [.. properties.Where(p => p.Value is not "")]));
        }

        return PublishedEnd.Account(id);
    }

    public bool HasAccount(string id) => accounts.ContainsKey(id);

    /// <summary>An account by its index in the ledger.</summary>
    public PublishedEnd AccountAt(int index) => Account(index == LedgerAccount.Outside ? "" : Ledger.Accounts[index].Id);

    /// <summary>A party, also where no fact describes it.</summary>
    public PublishedEnd Party(string id) => Node("Party", id, ("name", id), ("described", false));

    public void Link(string type, PublishedEnd from, PublishedEnd to, params IReadOnlyList<(string Name, object? Value)> properties) =>
        links.Add(new PublishedLink(type, from, to, [.. properties.Where(p => p.Value is not "")]));

    /// <summary>All of it in an order that does not depend on the loads.</summary>
    public Publication Close(CaseVersion version) => new(version, reconciliation.Register.AsOf, Ledger, [.. accounts.Values.OrderBy(a => a.Key, StringComparer.Ordinal)],
        [.. nodes.Values.OrderBy(n => n.Label, StringComparer.Ordinal).ThenBy(n => n.Key, StringComparer.Ordinal)], links);
}
