using System.Runtime.InteropServices;

namespace FinInvest.Graph.Network;

/// <summary>All chains of edges over one node sequence: the best one, and how many there are.</summary>
internal sealed class SequenceChains<TTimes>
    where TTimes : struct, IEdgeTimes
{
    private readonly PathQuery query;
    private readonly TTimes times;
    private readonly int[] nodes;
    private readonly TemporalArc[][] arcs;
    private readonly PathStart[] starts;
    private readonly PathEnd[] ends;
    private readonly PrefixTable entered = new();
    private readonly int[] edges;
    private readonly int[] places;
    private FoundChain? first;

    public SequenceChains(TemporalGraph graph, PathQuery query, TTimes times, int[] nodes)
    {
        (this.query, this.times, this.nodes) = (query, times, nodes);
        var filter = new ArcFilter<TTimes>(times, query, query.WeightMin, long.MaxValue);
        arcs = new TemporalArc[nodes.Length - 1][];
        for (var i = 0; i < arcs.Length; i++)
        {
            arcs[i] = Between(graph, nodes[i], nodes[i + 1], filter);
        }

        starts = [.. query.Starts.Where(s => s.Node == nodes[0])];
        ends = [.. query.Ends.Where(e => e.Node == nodes[^1])];
        edges = new int[arcs.Length];
        places = new int[arcs.Length];
    }

    /// <summary>The best chain under the query's ranking; <paramref name="known"/> is any chain over the nodes.</summary>
    public FoundChain Best(FoundChain known)
    {
        if (query.Ranking == PathRanking.Hops)
        {
            return known;
        }

        var candidates = Qualities();
        var best = known;
        int low = 0, high = candidates.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (candidates[middle] <= Quality(best))
            {
                low = middle + 1;
            }
            else if (First(candidates[middle]) is { } better)
            {
                best = better;
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return First(Quality(best)) ?? throw new InvalidOperationException("A chain that was found is no longer there.");
    }

    /// <summary>Larger is better.</summary>
    public long Quality(FoundChain chain) => query.Ranking switch
    {
        PathRanking.Width => chain.Width,
        PathRanking.Arrival => -chain.Moment,
        _ => 0,
    };

    /// <summary>All chains over the nodes; -1 when that is more than the work.</summary>
    public long Count(long workMax)
    {
        var filter = new ArcFilter<TTimes>(times, query, query.WeightMin, long.MaxValue);
        var chains = new ChainStates<TTimes>(query, filter);
        List<ChainStates<TTimes>.State> now = [], next = [];
        chains.Begin(nodes[0], now);
        foreach (var between in arcs)
        {
            next.Clear();
            foreach (var arc in between)
            {
                workMax -= chains.Extend(CollectionsMarshal.AsSpan(now), arc, next);
                if (workMax < 0)
                {
                    return -1;
                }
            }

            ChainStates<TTimes>.Settle(next);
            (now, next) = (next, now);
        }

        return chains.Ended(CollectionsMarshal.AsSpan(now));
    }

    private static TemporalArc[] Between(TemporalGraph graph, int from, int to, in ArcFilter<TTimes> filter)
    {
        var kept = new List<TemporalArc>();
        var outwards = graph.OutDegree(from) <= graph.InDegree(to);
        foreach (ref readonly var arc in outwards ? graph.Out(from) : graph.In(to))
        {
            if (arc.Neighbor == (outwards ? to : from) && filter.Admits(arc))
            {
                kept.Add(arc with { Neighbor = to });
            }
        }

        return outwards ? [.. kept] : [.. kept.OrderBy(a => a.Depart)];
    }

    /// <summary>Every value that the best chain's quality can have, ascending.</summary>
    private long[] Qualities()
    {
        var all = new SortedSet<long>();
        var byWidth = query.Ranking == PathRanking.Width;
        foreach (var s in starts)
        {
            all.Add(byWidth ? s.Weight : -s.Low);
        }

        foreach (var arc in arcs.SelectMany(a => a))
        {
            all.Add(byWidth ? arc.Weight : -times.Arrival(arc.Edge).Low);
            if (!byWidth)
            {
                all.Add(-times.Departure(arc.Edge).Low);
            }
        }

        foreach (var e in ends)
        {
            if (byWidth || e.Time.Low != long.MinValue)
            {
                all.Add(byWidth ? e.Weight : -e.Time.Low);
            }
        }

        return [.. all];
    }

    /// <summary>The first chain, in the order of places, that is at least as good; null when there is none.</summary>
    private FoundChain? First(long quality)
    {
        var filter = query.Ranking == PathRanking.Width
            ? new ArcFilter<TTimes>(times, query, quality, long.MaxValue)
            : new ArcFilter<TTimes>(times, query, query.WeightMin, -quality);
        first = null;
        entered.Clear();
        foreach (var s in starts)
        {
            if (s.Weight >= filter.WeightMin && first is null)
            {
                Visit(0, query.Ordered ? s.Place : -1, filter.Timed ? s.Low : 0, s.ArrivedLow, s, s.Weight, filter);
            }
        }

        return first;
    }

    private void Visit(int depth, int place, long moment, long arrivedLow, in PathStart start, long width, in ArcFilter<TTimes> filter)
    {
        if (depth == arcs.Length)
        {
            foreach (var e in ends)
            {
                if ((!query.Ordered || e.Place > place) && ChainEnd.Admits(e, query, filter, moment, arrivedLow, out var after))
                {
                    first = new FoundChain(nodes, [.. edges], [.. places], start, e, Math.Min(width, e.Weight), after);
                    return;
                }
            }

            return;
        }

        foreach (var arc in arcs[depth])
        {
            var after = moment;
            if ((query.Ordered && arc.Depart <= place) || !filter.Admits(arc) || !filter.InGap(arrivedLow, arc.Edge) || !filter.Advance(arc.Edge, ref after))
            {
                continue;
            }

            var next = query.Ordered ? arc.Arrive : -1;
            if (!entered.Enter(entered.Number(-1, depth), query.GapMax is null ? next : arc.Edge, after, query.GapMax is not null))
            {
                continue;
            }

            edges[depth] = arc.Edge;
            places[depth] = arc.Depart;
            Visit(depth + 1, next, after, query.GapMax is null ? 0 : filter.Times.Arrival(arc.Edge).Low, start, Math.Min(width, arc.Weight), filter);
            if (first is not null)
            {
                return;
            }
        }
    }
}
