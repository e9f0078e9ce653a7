namespace FinInvest.Graph.Network;

/// <summary>
/// Walks the simple chains of exactly h edges in the order of their edges' places and keeps the first chain of each node sequence.
/// A sequence that was entered before in a state at least as early is not entered again: it could only repeat what was found.
/// </summary>
internal sealed class ChainWalk<TTimes>(TemporalGraph graph, ReachLayers<TTimes> layers)
    where TTimes : struct, IEdgeTimes
{
    private readonly PrefixTable prefixes = new();
    private readonly int[] nodes = new int[64];
    private readonly int[] edges = new int[64];
    private readonly int[] places = new int[64];
    private readonly long[] widths = new long[64];
    private readonly HashSet<int> ended = [];
    private PathQuery query = null!;
    private PathStart start;
    private List<FoundChain> found = null!;
    private int hops;
    private int limit;

    /// <summary>True when more sequences may be there than the limit let in, or the work is used up.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Adds the sequences of h edges to a list, up to a limit of its length. Layers must be joined for h.</summary>
    public void Find(int exactHops, PathQuery asked, in ArcFilter<TTimes> filter, List<FoundChain> into, int most)
    {
        (query, found, hops, limit) = (asked, into, exactHops, most);
        IsCut = false;
        prefixes.Clear();
        ended.Clear();
        foreach (var s in query.Starts)
        {
            if (IsCut)
            {
                return;
            }

            var place = query.Ordered ? s.Place : -1;
            if (s.Weight < filter.WeightMin || layers.Last(hops, s.Node) <= place)
            {
                continue;
            }

            start = s;
            nodes[0] = s.Node;
            widths[0] = s.Weight;
            var prefix = prefixes.Number(-1, s.Node);
            var moment = filter.Timed ? s.Low : 0;
            if (query.GapMax is not null || prefixes.Enter(prefix, place, moment, false))
            {
                Visit(0, place, moment, s.ArrivedLow, prefix, filter);
            }
        }
    }

    private void Visit(int depth, int place, long moment, long arrivedLow, int prefix, in ArcFilter<TTimes> filter)
    {
        if (depth == hops)
        {
            End(depth, place, moment, arrivedLow, prefix, filter);
            return;
        }

        var left = hops - depth;
        var node = nodes[depth];
        var latest = layers.Last(left, node);
        var arcs = graph.OutAfter(node, place);
        for (var i = 0; i < arcs.Length && arcs[i].Depart <= latest; i++)
        {
            ref readonly var arc = ref arcs[i];
            if (++layers.Work > layers.WorkMax)
            {
                IsCut = true;
                return;
            }

            var next = query.Ordered ? arc.Arrive : -1;
            if (layers.Last(left - 1, arc.Neighbor) <= next || !filter.Admits(arc) || nodes.AsSpan(0, depth + 1).Contains(arc.Neighbor)
                || !filter.InGap(arrivedLow, arc.Edge))
            {
                continue;
            }

            var after = moment;
            if (!filter.Advance(arc.Edge, ref after))
            {
                continue;
            }

            var longer = prefixes.Number(prefix, arc.Neighbor);
            if (!prefixes.Enter(longer, query.GapMax is null ? next : arc.Edge, after, query.GapMax is not null))
            {
                continue;
            }

            nodes[depth + 1] = arc.Neighbor;
            edges[depth] = arc.Edge;
            places[depth] = arc.Depart;
            widths[depth + 1] = Math.Min(widths[depth], arc.Weight);
            Visit(depth + 1, next, after, query.GapMax is null ? 0 : filter.Times.Arrival(arc.Edge).Low, longer, filter);
            if (IsCut)
            {
                return;
            }
        }
    }

    private void End(int depth, int place, long moment, long arrivedLow, int prefix, in ArcFilter<TTimes> filter)
    {
        if (ended.Contains(prefix))
        {
            return;
        }

        foreach (var e in query.Ends)
        {
            if (e.Node != nodes[depth] || (query.Ordered && e.Place <= place) || !ChainEnd.Admits(e, query, filter, moment, arrivedLow, out var after))
            {
                continue;
            }

            if (found.Count == limit)
            {
                IsCut = true;
                return;
            }

            ended.Add(prefix);
            found.Add(new FoundChain(nodes[..(depth + 1)], edges[..depth], places[..depth], start, e, Math.Min(widths[depth], e.Weight), after));
            return;
        }
    }
}
