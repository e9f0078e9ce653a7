using FinInvest.Graph.Model.Ledgers;
using FinInvest.Graph.Model.Results;

namespace FinInvest.Graph.Trace.Paths;

/// <summary>
/// Holder, interest and control hops from accounts to a party, company or asset after the last money hop (definitions F3): valid at the
/// as-of date, usable both ways, no party twice. For each account the shortest chain, of equal ones the first in ordinal order.
/// </summary>
internal static class LinkChains
{
    /// <returns>Chains by account index; empty when the target is in no link.</returns>
    public static SortedDictionary<int, IReadOnlyList<PathHop>> Find(PathIndex index, CaseFacts facts, string target, int linksMax)
    {
        var at = index.Register.AsOf;
        var links = Links(facts, at);
        var chains = new SortedDictionary<int, IReadOnlyList<PathHop>>();
        var hops = new Dictionary<string, IReadOnlyList<PathHop>>(StringComparer.Ordinal) { [target] = [] };
        var next = new Queue<string>([target]);
        while (next.TryDequeue(out var node))
        {
            if (hops[node].Count == linksMax)
            {
                continue;
            }

            foreach (var link in links[node].OrderBy(l => l.To, StringComparer.Ordinal).ThenBy(l => l.Kind, StringComparer.Ordinal))
            {
                if (hops.ContainsKey(link.To))
                {
                    continue;
                }

                hops[link.To] = [new PathHop(link.Kind, link.To, node, -1, 0, 0, at, link.Text), .. hops[node]];
                var account = index.Ledger.AccountIndex(link.To);
                if (account > 0)
                {
                    // An account ends the chain: going on from it by its holder would be a hop between two money hops.
                    chains.Add(account, hops[link.To]);
                }
                else
                {
                    next.Enqueue(link.To);
                }
            }
        }

        return chains;
    }

    private static ILookup<string, (string To, string Kind, string Text)> Links(CaseFacts facts, Day at)
    {
        var all = new List<(string A, string B, string Kind, string Text)>();
        foreach (var h in facts.All<AccountHolder>().Where(h => Holds(h.From, h.To, at)))
        {
            all.Add((h.Account, h.Party, h.Role == "holder" ? "holder" : "control", h.Role));
        }

        foreach (var i in facts.All<OwnershipInterest>().Where(i => Holds(i.From, i.To, at)))
        {
            all.Add((i.Owner, i.Target, i.Kind == "holder" ? "holder" : i.Kind == "control" ? "control" : "interest", i.Id));
        }

        foreach (var a in facts.All<Asset>().Where(a => a.Holder.Length > 0))
        {
            all.Add((a.Id, a.Holder, "holder", "holder"));
        }

        return all.SelectMany(l => new[] { (From: l.A, To: l.B, l.Kind, l.Text), (From: l.B, To: l.A, l.Kind, l.Text) }).ToLookup(l => l.From, l => (l.To, l.Kind, l.Text), StringComparer.Ordinal);
    }

    private static bool Holds(Day? from, Day? to, Day at) => (from is not { } f || f <= at) && (to is not { } t || at < t);
}
