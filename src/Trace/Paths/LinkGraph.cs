using FinInvest.Graph.Network;

namespace FinInvest.Graph.Trace.Paths;

/// <summary>All ties of a case, usable both ways (definitions F3), each with the time in which it holds.</summary>
internal sealed class LinkGraph
{
    private readonly Dictionary<string, List<Link>> links = new(StringComparer.Ordinal);

    /// <param name="withRelations">Also ties between parties that are no ownership: relatives, directors, proxies (leads only).</param>
    public LinkGraph(CaseFacts facts, bool withRelations)
    {
        foreach (var h in facts.All<AccountHolder>())
        {
            Add(h.Account, h.Party, h.Role == "holder" ? "holder" : "control", h.Role, h.From, h.To);
        }

        foreach (var i in facts.All<OwnershipInterest>())
        {
            Add(i.Owner, i.Target, i.Kind == "holder" ? "holder" : i.Kind == "control" ? "control" : "interest", i.Id, i.From, i.To);
        }

        foreach (var a in facts.All<Asset>().Where(a => a.Holder.Length > 0))
        {
            Add(a.Id, a.Holder, "holder", "holder", null, null);
        }

        foreach (var r in withRelations ? facts.All<Relation>() : [])
        {
            Add(r.From, r.To, "relation", r.Text.Length > 0 ? $"{r.Kind}: {r.Text}" : r.Kind, null, null);
        }

        foreach (var list in links.Values)
        {
            list.Sort((a, b) => string.CompareOrdinal(a.To, b.To) is var c && c != 0 ? c : string.CompareOrdinal(a.Kind, b.Kind) is var k && k != 0 ? k
                : a.Valid.Low != b.Valid.Low ? a.Valid.Low.CompareTo(b.Valid.Low) : string.CompareOrdinal(a.Text, b.Text));
        }
    }

    /// <summary>Parties, companies, assets and accounts that have a tie.</summary>
    public IEnumerable<string> Nodes => links.Keys;

    /// <summary>Ties of one of them, in ordinal order of the other end.</summary>
    public IReadOnlyList<Link> Of(string node) => links.TryGetValue(node, out var found) ? found : [];

    private void Add(string a, string b, string kind, string text, Day? from, Day? to)
    {
        var valid = new TimeInterval(from is { } f ? f.Number * LedgerTimes.DayLength : long.MinValue, to is { } t ? (t.Number * LedgerTimes.DayLength) - 1 : long.MaxValue);
        if (valid.Low > valid.High || a == b || a.Length == 0 || b.Length == 0)
        {
            return;
        }

        Put(a, new Link(b, kind, text, valid));
        Put(b, new Link(a, kind, text, valid));
    }

    private void Put(string node, Link link)
    {
        if (!links.TryGetValue(node, out var list))
        {
            links[node] = list = [];
        }

        list.Add(link);
    }
}
