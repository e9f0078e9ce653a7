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
        return Of(graph, null, null, party, target, at, withFlow: true);
    }

    /// <summary>
    /// What every party from which votes or means lead to a target has to say in it: those who control it first, then those who may, then by the votes that
    /// flow to it; ties in ordinal order.
    /// </summary>
    /// <param name="withFlows">Also the flow of votes of those without control.</param>
    public static IReadOnlyList<ControlResult> Controllers(CaseFacts facts, string target, Day at, bool withFlows = true)
    {
        var graph = OwnershipAnalyst.Graph(facts, at);
        var within = Above(graph, target).ToHashSet(StringComparer.Ordinal);
        var sources = new ControlSources(facts, at);
        return [.. within.Where(p => p != target).Select(p => Of(graph, within, sources, p, target, at, withFlows))
            .OrderBy(c => c.State switch { "controls" => 0, "may control" => 1, _ => 2 }).ThenByDescending(c => c.Flow ?? c.Votes).ThenBy(c => c.Party, StringComparer.Ordinal)];
    }

    private static ControlResult Of(InterestGraph graph, HashSet<string>? within, ControlSources? sources, string party, string target, Day at, bool withFlow)
    {
        var low = Controlled(graph, party, s => s.Low, within);
        var high = Controlled(graph, party, s => s.High, within);
        var certain = low.ContainsKey(target);
        var state = certain ? "controls" : high.ContainsKey(target) ? "may control" : "no control";
        var group = certain ? low : high;
        var through = graph.OwnersWithVotes(target).Where(group.ContainsKey)
            .Concat(graph.Means.Where(m => m.Target == target && group.ContainsKey(m.Owner)).Select(m => m.Owner)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var notes = new List<string>();
        if (group.TryGetValue(target, out var why) && why.Length > 0)
        {
            notes.Add(why);
        }

        double? flow = state == "no control" && withFlow ? (double)VoteFlow.Between(graph, party, target, within) : null;
        return new ControlResult(party, target, at, state, (double)Votes(graph, target, low, s => s.Low), (double)Votes(graph, target, high, s => s.High), flow, through, notes,
            state == "no control" ? null : sources?.Of(group.Keys, target), graph.Name(party));
    }

    /// <summary>All that a party controls, in ordinal order; with <paramref name="mayControl"/> also what it controls at the high ends only.</summary>
    public static IReadOnlyList<string> ControlledBy(CaseFacts facts, string party, Day at, bool mayControl = false)
        => [.. Controlled(OwnershipAnalyst.Graph(facts, at), party, s => mayControl ? s.High : s.Low).Keys.Where(k => k != party)];

    /// <summary>The party and what it controls, each with the reason where that is not votes.</summary>
    /// <param name="within">Nodes that matter to the question; null = all.</param>
    internal static SortedDictionary<string, string> Controlled(InterestGraph graph, string party, Func<Share, decimal> end, HashSet<string>? within = null)
    {
        var controlled = new SortedDictionary<string, string>(StringComparer.Ordinal) { [party] = "" };
        var next = new Queue<string>([party]);
        var votes = new Dictionary<string, decimal>(StringComparer.Ordinal);
        while (next.TryDequeue(out var owner))
        {
            foreach (var target in graph.MeansOf(owner).Where(t => within?.Contains(t) != false && controlled.TryAdd(t, graph.IsSignatory(owner, t) ? $"{owner} may sign for {t}." : $"{owner} controls {t} by documented other means.")))
            {
                next.Enqueue(target);
            }

            foreach (var (target, share) in graph.VotesOf(owner).Where(v => within?.Contains(v.Target) != false))
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
        => Math.Min(1, graph.OwnersWithVotes(target).Where(o => o != target && group.ContainsKey(o)).Sum(o => end(graph.Votes[(target, o)])));

    /// <summary>The party and all from which votes or means lead to it.</summary>
    internal static IEnumerable<string> Above(InterestGraph graph, string party)
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
