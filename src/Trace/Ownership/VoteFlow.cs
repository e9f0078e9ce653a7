namespace FinInvest.Graph.Trace.Ownership;

/// <summary>The maximum flow of voting shares from a party to a target: how much of the votes its chains can carry (definitions G3).</summary>
internal static class VoteFlow
{
    /// <summary>At the high ends of ranges, by shortest augmenting chains, exact in decimals.</summary>
    /// <param name="within">All from which votes lead to the target, where known: no other node can carry any.</param>
    public static decimal Between(InterestGraph graph, string party, string target, HashSet<string>? within = null)
    {
        var left = new Dictionary<(string From, string To), decimal>();
        decimal flow = 0;
        while (party != target && Chain(graph, left, party, target, within) is { } chain)
        {
            var least = chain.Min(a => Left(graph, left, a.From, a.To));
            foreach (var (from, to) in chain)
            {
                left[(from, to)] = Left(graph, left, from, to) - least;
                left[(to, from)] = Left(graph, left, to, from) + least;
            }

            flow += least;
        }

        return Math.Min(1, flow);
    }

    private static decimal Left(InterestGraph graph, Dictionary<(string From, string To), decimal> left, string from, string to)
        => left.TryGetValue((from, to), out var known) ? known : graph.Votes.TryGetValue((to, from), out var share) ? share.High : 0;

    /// <summary>The shortest chain from owner to target with something left on every arc; null when there is none.</summary>
    private static List<(string From, string To)>? Chain(InterestGraph graph, Dictionary<(string From, string To), decimal> left, string party, string target,
        HashSet<string>? within)
    {
        var before = new Dictionary<string, string>(StringComparer.Ordinal) { [party] = "" };
        var next = new Queue<string>([party]);
        while (next.TryDequeue(out var at) && !before.ContainsKey(target))
        {
            foreach (var to in graph.VotesOf(at).Select(v => v.Target).Concat(graph.VotersOf(at)).Where(to => within?.Contains(to) != false && Left(graph, left, at, to) > 0 && before.TryAdd(to, at)))
            {
                next.Enqueue(to);
            }
        }

        if (!before.ContainsKey(target))
        {
            return null;
        }

        var chain = new List<(string From, string To)>();
        for (var at = target; at != party; at = before[at])
        {
            chain.Add((before[at], at));
        }

        return chain;
    }
}
