using FinInvest.Graph.Store.Publishing;

namespace FinInvest.Graph.Casework.Publish;

/// <summary>Parties, accounts with their holders, assets, interests and relations.</summary>
internal static class PartyFacts
{
    public static void Add(FactGraph graph)
    {
        AddAccounts(graph);
        var facts = graph.Facts;
        foreach (var p in facts.All<Party>())
        {
            graph.Node("Party", p.Id, ("name", p.Name), ("form", p.Form), ("nationalId", p.NationalId), ("country", p.Country), ("role", p.Role), ("lei", p.Lei), ("birthDate", p.BirthDate));
        }

        foreach (var a in facts.All<Asset>())
        {
            graph.Node("Asset", a.Id, ("name", a.Name), ("kindOfAsset", a.Kind), ("currency", a.Currency), ("country", a.Country), ("value", a.Value), ("valueDay", a.ValueDay), ("recovered", a.Recovered));
        }

        foreach (var h in facts.All<AccountHolder>())
        {
            graph.Link("HAS_ACCOUNT", graph.Party(h.Party), graph.Account(h.Account), ("id", h.Id), ("role", h.Role), ("from", h.From), ("to", h.To));
        }

        foreach (var a in facts.All<Asset>().Where(a => a.Holder.Length > 0))
        {
            graph.Link("HELD_BY", PublishedEnd.Node("Asset", a.Id), graph.Party(a.Holder));
        }

        foreach (var i in facts.All<OwnershipInterest>())
        {
            graph.Link("HAS_INTEREST", graph.Party(i.Owner), Target(graph, i.Target),
                ("id", i.Id), ("kind", i.Kind), ("low", i.Share.Low), ("high", i.Share.High), ("direct", i.Direct), ("from", i.From), ("to", i.To));
        }

        foreach (var r in facts.All<Relation>())
        {
            graph.Link("RELATED_TO", graph.Party(r.From), graph.Party(r.To), ("id", r.Id), ("kind", r.Kind), ("text", r.Text));
        }
    }

    /// <summary>Accounts of the ledger and of facts, with what is known of each.</summary>
    private static void AddAccounts(FactGraph graph)
    {
        var stated = graph.Facts.All<Account>().GroupBy(a => a.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        foreach (var account in graph.Ledger.Accounts.Skip(1))
        {
            Add(graph, account.Id, account.Currency, account.Coverage.ToString().ToLowerInvariant(), stated.GetValueOrDefault(account.Id));
        }

        foreach (var account in stated.Values.Where(a => !graph.HasAccount(a.Id)))
        {
            Add(graph, account.Id, account.Currency, "external", account);
        }
    }

    private static void Add(FactGraph graph, string id, string currency, string coverage, Account? fact) => graph.Account(id,
        ("currency", currency), ("coverage", coverage), ("institution", fact?.Institution), ("country", fact?.Country), ("iban", fact?.Iban), ("title", fact?.Name));

    /// <summary>What an interest is in: an asset, an account, else a company.</summary>
    private static PublishedEnd Target(FactGraph graph, string id) =>
        graph.Has("Asset", id) ? PublishedEnd.Node("Asset", id) : graph.HasAccount(id) ? PublishedEnd.Account(id) : graph.Party(id);
}
