namespace FinInvest.Graph.Trace.Ownership;

/// <summary>
/// Who controls what at a date (definitions G3): the smallest set that holds the party and every target in which the set has more than
/// half of the votes, or control by documented other means. At the low ends of declared ranges it "controls", at the high ends it "may".
/// </summary>
public static class ControlAnalyst
{
    /// <summary>Does a party control a target, and by which votes.</summary>
    public static ControlResult Control(CaseFacts facts, string party, string target, Day at)
    {
        var graph = OwnershipAnalyst.Graph(facts, at);
        var low = Controlled(graph, party, s => s.Low);
        var high = Controlled(graph, party, s => s.High);
        var certain = low.ContainsKey(target);
        var state = certain ? "controls" : high.ContainsKey(target) ? "may control" : "no control";
        var group = certain ? low : high;
        var through = graph.Votes.Where(v => v.Key.Target == target && group.ContainsKey(v.Key.Owner)).Select(v => v.Key.Owner)
            .Concat(graph.Means.Where(m => m.Target == target && group.ContainsKey(m.Owner)).Select(m => m.Owner)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        var notes = new List<string>();
        if (group.TryGetValue(target, out var why) && why.Length > 0)
        {
            notes.Add(why);
        }

        double? flow = state == "no control" ? (double)VoteFlow.Between(graph, party, target) : null;
        return new ControlResult(party, target, at, state, (double)Votes(graph, target, low, s => s.Low), (double)Votes(graph, target, high, s => s.High), flow, [.. through], notes);
    }

    /// <summary>All that a party controls, in ordinal order; with <paramref name="mayControl"/> also what it controls at the high ends only.</summary>
    public static IReadOnlyList<string> ControlledBy(CaseFacts facts, string party, Day at, bool mayControl = false)
        => [.. Controlled(OwnershipAnalyst.Graph(facts, at), party, s => mayControl ? s.High : s.Low).Keys.Where(k => k != party)];

    /// <summary>
    /// Affiliates: everything that has a controller in common with the party, the controllers included, and what the party controls.
    /// A controller is any party that controls it, or the party itself.
    /// </summary>
    public static IReadOnlyList<string> Affiliates(CaseFacts facts, string party, Day at)
    {
        var graph = OwnershipAnalyst.Graph(facts, at);
        var affiliates = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var controller in Above(graph, party))
        {
            var group = Controlled(graph, controller, s => s.Low);
            if (group.ContainsKey(party))
            {
                affiliates.UnionWith(group.Keys);
            }
        }

        affiliates.Remove(party);
        return [.. affiliates];
    }

    /// <summary>The party and what it controls, each with the reason where that is not votes.</summary>
    private static SortedDictionary<string, string> Controlled(InterestGraph graph, string party, Func<Share, decimal> end)
    {
        var controlled = new SortedDictionary<string, string>(StringComparer.Ordinal) { [party] = "" };
        var next = new Queue<string>([party]);
        var votes = new Dictionary<string, decimal>(StringComparer.Ordinal);
        while (next.TryDequeue(out var owner))
        {
            foreach (var target in graph.MeansOf(owner).Where(t => controlled.TryAdd(t, $"{owner} controls {t} by documented other means.")))
            {
                next.Enqueue(target);
            }

            foreach (var (target, share) in graph.VotesOf(owner))
            {
                var held = votes[target] = votes.GetValueOrDefault(target) + end(share);
                if (held > .5m && controlled.TryAdd(target, ""))
                {
                    next.Enqueue(target);
                }
            }
        }

        return controlled;
    }

    private static decimal Votes(InterestGraph graph, string target, SortedDictionary<string, string> group, Func<Share, decimal> end)
        => Math.Min(1, graph.Votes.Where(v => v.Key.Target == target && v.Key.Owner != target && group.ContainsKey(v.Key.Owner)).Sum(v => end(v.Value)));

    /// <summary>The party and all from which votes or means lead to it.</summary>
    private static IEnumerable<string> Above(InterestGraph graph, string party)
    {
        var seen = new SortedSet<string>(StringComparer.Ordinal) { party };
        var next = new Queue<string>(seen);
        while (next.TryDequeue(out var at))
        {
            foreach (var owner in graph.VotersOf(at).Where(seen.Add))
            {
                next.Enqueue(owner);
            }
        }

        return seen;
    }
}
