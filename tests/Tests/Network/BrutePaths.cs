using FinInvest.Graph.Network;

namespace FinInvest.Graph.Tests.Network;

/// <summary>The slow twin of PathSearch: every simple chain is written down, then grouped, ranked and cut.</summary>
internal sealed class BrutePaths(IReadOnlyList<BrutePaths.Edge> edges, PathQuery query, bool timed)
{
    internal sealed record Edge(int From, int To, int Depart, int Arrive, long Weight, TimeInterval Leaves, TimeInterval Comes);

    internal sealed record Chain(int[] Nodes, int[] Edges, PathStart Start, PathEnd End, long Width, long Moment);

    private readonly List<Chain> chains = [];

    public List<Chain> All()
    {
        chains.Clear();
        foreach (var s in query.Starts.Where(s => s.Weight >= query.WeightMin))
        {
            Walk([s.Node], [], s, s.Place, s.Low, s.Low, s.Weight);
        }

        return chains;
    }

    /// <summary>Best chain of each sequence in order, cut at k with all that tie in key and hops, at most TiesMax of them.</summary>
    public List<(Chain Best, long Chains)> Ranked()
    {
        var ordered = All().GroupBy(c => string.Join(',', c.Nodes)).Select(g => (Best: g.Order(Comparer<Chain>.Create(Compare)).First(), Chains: (long)g.Count()))
            .OrderBy(p => p.Best, Comparer<Chain>.Create(Compare)).ToList();
        if (ordered.Count <= query.K)
        {
            return ordered;
        }

        var last = ordered[query.K - 1].Best;
        return [.. ordered.Take(query.K).Concat(ordered.Skip(query.K).Where(p => Key(p.Best) == Key(last) && p.Best.Edges.Length == last.Edges.Length).Take(query.TiesMax))];
    }

    private long Key(Chain c) => query.Ranking switch { PathRanking.Width => -c.Width, PathRanking.Arrival => c.Moment, _ => 0 };

    private int Compare(Chain a, Chain b)
    {
        int[] x = [a.Start.Place, .. a.Edges.Select(e => edges[e].Depart), a.End.Place];
        int[] y = [b.Start.Place, .. b.Edges.Select(e => edges[e].Depart), b.End.Place];
        return Key(a) != Key(b) ? Key(a).CompareTo(Key(b)) : x.Length != y.Length ? x.Length.CompareTo(y.Length) : x.AsSpan().SequenceCompareTo(y);
    }

    private void Walk(int[] nodes, int[] used, PathStart start, int place, long moment, long arrivedLow, long width)
    {
        foreach (var e in query.Ends.Where(e => e.Node == nodes[^1] && e.Weight >= query.WeightMin))
        {
            var t = Math.Max(moment, e.Time.Low);
            var inTime = !query.Ordered || (e.Place > place && (!timed || t <= e.Time.High));
            if (inTime && (query.GapMax is not { } g || e.Time.Low == long.MinValue || e.Time.Low - arrivedLow <= g))
            {
                chains.Add(new Chain(nodes, used, start, e, Math.Min(width, e.Weight), t));
            }
        }

        if (used.Length == query.HopsMax)
        {
            return;
        }

        for (var i = 0; i < edges.Count; i++)
        {
            var e = edges[i];
            if (e.From != nodes[^1] || nodes.Contains(e.To) || e.Weight < query.WeightMin)
            {
                continue;
            }

            var t1 = Math.Max(moment, e.Leaves.Low);
            var t2 = Math.Max(t1, e.Comes.Low);
            if (query.Ordered && (e.Depart <= place || (timed && (t1 > e.Leaves.High || t2 > e.Comes.High))))
            {
                continue;
            }

            if ((query.Window is { } w && (e.Leaves.Low < w.Low || e.Comes.High > w.High)) || (query.GapMax is { } g && e.Leaves.Low - arrivedLow > g))
            {
                continue;
            }

            Walk([.. nodes, e.To], [.. used, i], start, e.Arrive, t2, e.Comes.Low, Math.Min(width, e.Weight));
        }
    }
}
