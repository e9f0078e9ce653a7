namespace FinInvest.Graph.Trace.Ownership;

/// <summary>The facts behind a control: the votes, shares and means, valid on a day, that run from a controlling group to a target and inside the group.</summary>
internal sealed class ControlSources
{
    private readonly Citations cite;
    private readonly ILookup<string, (string Owner, FactRow Row)> byTarget;

    public ControlSources(CaseFacts facts, Day at)
    {
        cite = new Citations(facts);
        var interests = facts.Rows<OwnershipInterest>().Select(r => (Row: r, Fact: (OwnershipInterest)r.Fact)).Where(x => Holds(x.Fact.From, x.Fact.To, at)).Select(x => (x.Fact.Target, x.Fact.Owner, x.Row));
        var holders = facts.Rows<AccountHolder>().Select(r => (Row: r, Fact: (AccountHolder)r.Fact)).Where(x => x.Fact.Role is "holder" or "signatory" && Holds(x.Fact.From, x.Fact.To, at))
            .Select(x => (Target: x.Fact.Account, Owner: x.Fact.Party, x.Row));
        var named = new NamedHolders(facts);
        var assets = facts.Rows<Asset>().Select(r => (Row: r, Fact: (Asset)r.Fact)).Where(x => named.Counts(x.Fact, at)).Select(x => (Target: x.Fact.Id, Owner: x.Fact.Holder, x.Row));
        byTarget = interests.Concat(holders).Concat(assets).ToLookup(x => x.Target, x => (x.Owner, x.Row), StringComparer.Ordinal);
    }

    /// <summary>What gives a group its say in a target, down from the target through the members that hold it.</summary>
    public IReadOnlyList<CitedFact> Of(IEnumerable<string> group, string target)
    {
        var members = group.ToHashSet(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal) { target };
        var next = new Queue<string>(seen);
        var rows = new List<FactRow>();
        while (next.TryDequeue(out var at))
        {
            foreach (var (owner, row) in byTarget[at].Where(t => members.Contains(t.Owner)))
            {
                rows.Add(row);
                if (seen.Add(owner))
                {
                    next.Enqueue(owner);
                }
            }
        }

        return cite.Of(rows);
    }

    private static bool Holds(Day? from, Day? to, Day at) => (from is not { } f || f <= at) && (to is not { } t || at < t);
}
