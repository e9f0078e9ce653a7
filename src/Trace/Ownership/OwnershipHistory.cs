namespace FinInvest.Graph.Trace.Ownership;

/// <summary>
/// How ownership and control of a target changed: every day on which an interest upward of it begins or ends, and what that did to each
/// party's effective interest and control (definitions G1 to G3; validity is [from, to)).
/// </summary>
public static class OwnershipHistory
{
    private const double Alike = 1e-12;

    /// <summary>Every change, by day, then party; what is declared without a first day comes first. Empty where nobody declares an owner.</summary>
    public static IReadOnlyList<OwnershipChange> Changes(CaseFacts facts, string target)
    {
        var ties = Ties(facts, target);
        if (ties.Count == 0)
        {
            return [];
        }

        var days = ties.SelectMany(t => new[] { t.From, t.To }).OfType<Day>().Distinct().Order().ToList();
        var start = days.Count == 0 ? new Day(0) : days[0].AddDays(-1);
        var cite = new Citations(facts);
        var before = State.Nothing;
        var changes = new List<OwnershipChange>();
        foreach (var (on, at) in days.Select(d => ((Day?)d, d)).Prepend((null, start)))
        {
            var now = State.Of(facts, target, at);
            var turned = ties.Where(t => on is { } day ? t.From == day || t.To == day : t.From is null).ToList();
            foreach (var party in before.Parties.Union(now.Parties).Where(p => !before.Of(p).IsLike(now.Of(p))).Order(StringComparer.Ordinal))
            {
                var (was, holds) = (before.Of(party), now.Of(party));
                changes.Add(new OwnershipChange(on, party, now.NameOf(party) ?? before.NameOf(party) ?? "", was.Low, was.High, holds.Low, holds.High, was.Control, holds.Control,
                    cite.Of(Bearing(turned, ties, target, party).Select(t => t.Row))));
            }

            before = now;
        }

        return changes;
    }

    /// <summary>Of the ties that turned, those on a chain from the target to the party; where none is (shares that were scaled, votes that were declared), all of them.</summary>
    private static List<Tie> Bearing(List<Tie> turned, List<Tie> ties, string target, string party)
    {
        var below = Reach(ties.ToLookup(t => t.Owner, t => t.Target, StringComparer.Ordinal), party);
        var onChain = turned.Where(t => below.Contains(t.Owner) && (t.Target == target || below.Contains(t.Target))).ToList();
        return onChain.Count > 0 ? onChain : turned;
    }

    /// <summary>Every declared tie upward of the target, whenever it was valid.</summary>
    private static List<Tie> Ties(CaseFacts facts, string target)
    {
        var named = new NamedHolders(facts);
        var all = facts.Rows<OwnershipInterest>().Select(r => (Row: r, Fact: (OwnershipInterest)r.Fact)).Select(x => new Tie(x.Row, x.Fact.Owner, x.Fact.Target, x.Fact.From, x.Fact.To))
            .Concat(facts.Rows<AccountHolder>().Select(r => (Row: r, Fact: (AccountHolder)r.Fact)).Where(x => x.Fact.Role is "holder" or "signatory").Select(x => new Tie(x.Row, x.Fact.Party, x.Fact.Account, x.Fact.From, x.Fact.To)))
            .Concat(facts.Rows<Asset>().Select(r => (Row: r, Fact: (Asset)r.Fact)).Where(x => named.Names(x.Fact)).Select(x => new Tie(x.Row, x.Fact.Holder, x.Fact.Id, named.From(x.Fact), null))).ToList();
        var above = Reach(all.ToLookup(t => t.Target, t => t.Owner, StringComparer.Ordinal), target);
        return [.. all.Where(t => above.Contains(t.Target))];
    }

    private static HashSet<string> Reach(ILookup<string, string> steps, string from)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { from };
        var next = new Queue<string>(seen);
        while (next.TryDequeue(out var at))
        {
            foreach (var to in steps[at].Where(seen.Add))
            {
                next.Enqueue(to);
            }
        }

        return seen;
    }

    private sealed record Tie(FactRow Row, string Owner, string Target, Day? From, Day? To);

    private readonly record struct Standing(double Low, double High, string Control)
    {
        public bool IsLike(Standing other) => Math.Abs(Low - other.Low) < Alike && Math.Abs(High - other.High) < Alike && Control == other.Control;
    }

    /// <summary>Who has which interest and control on a day; the undeclared part belongs to "unknown".</summary>
    private sealed class State(Dictionary<string, Standing> parties, Dictionary<string, string> names)
    {
        private static readonly Standing None = new(0, 0, "no control");

        public static State Nothing { get; } = new(new Dictionary<string, Standing>(StringComparer.Ordinal) { ["unknown"] = new(1, 1, "no control") }, []);

        public IEnumerable<string> Parties => parties.Keys;

        public static State Of(CaseFacts facts, string target, Day at)
        {
            var owners = OwnershipAnalyst.Owners(facts, target, at);
            var control = ControlAnalyst.Controllers(facts, target, at, withFlows: false).Where(c => c.State != "no control").ToList();
            var parties = owners.Owners.ToDictionary(o => o.Party, o => new Standing(o.Low, o.High, "no control"), StringComparer.Ordinal);
            var names = owners.Owners.ToDictionary(o => o.Party, o => o.Name, StringComparer.Ordinal);
            foreach (var c in control)
            {
                parties[c.Party] = parties.GetValueOrDefault(c.Party, None) with { Control = c.State };
                names[c.Party] = c.Name;
            }

            parties["unknown"] = new Standing(owners.UnknownLow, owners.UnknownHigh, "no control");
            return new State(parties, names);
        }

        public Standing Of(string party) => parties.GetValueOrDefault(party, None);

        public string? NameOf(string party) => names.GetValueOrDefault(party);
    }
}
