namespace FinInvest.Graph.Network;

/// <summary>When money that leaves a node after a place can be at each other node, by places alone.</summary>
public static class EarliestArrival
{
    /// <summary>Value for a node that is not reached.</summary>
    public const int Never = int.MaxValue;

    /// <summary>
    /// Earliest place of arrival at every node, over any number of edges: one pass over the edges in order of arrival, in which the first
    /// arrival that is found is the earliest.
    /// </summary>
    /// <param name="arrive">Ascending; the other columns go with it.</param>
    /// <param name="start">Node that is left after <paramref name="place"/>.</param>
    /// <param name="until">Edges that arrive at or after it are left out.</param>
    public static int[] From(int count, ReadOnlySpan<int> from, ReadOnlySpan<int> to, ReadOnlySpan<int> depart, ReadOnlySpan<int> arrive, int start, int place, int until = Never)
    {
        var arrival = new int[count];
        Array.Fill(arrival, Never);
        arrival[start] = place;
        var at = arrive.BinarySearch(place);
        for (var e = at < 0 ? ~at : at; e < arrive.Length && arrive[e] < until; e++)
        {
            if (arrival[from[e]] < depart[e] && arrival[to[e]] == Never)
            {
                arrival[to[e]] = arrive[e];
            }
        }

        return arrival;
    }

    /// <summary>The same over at most a number of edges: layer by layer, since the earliest arrival by few edges is not the earliest by many.</summary>
    public static int[] Within(TemporalGraph graph, int from, int place, int hopsMax, int until = Never)
    {
        var arrival = new int[graph.Count];
        Array.Fill(arrival, Never);
        arrival[from] = place;
        var before = new int[graph.Count];
        var layer = new List<int> { from };
        var next = new List<int>();
        var isNext = new bool[graph.Count];
        before[from] = place;
        for (var hop = 0; hop < hopsMax && layer.Count > 0; hop++)
        {
            foreach (var v in layer)
            {
                var arcs = graph.OutAfter(v, before[v]);
                for (var i = 0; i < arcs.Length && arcs[i].Depart < until; i++)
                {
                    ref readonly var arc = ref arcs[i];
                    if (arc.Arrive >= arrival[arc.Neighbor] || arc.Arrive >= until)
                    {
                        continue;
                    }

                    arrival[arc.Neighbor] = arc.Arrive;
                    if (!isNext[arc.Neighbor])
                    {
                        isNext[arc.Neighbor] = true;
                        next.Add(arc.Neighbor);
                    }
                }
            }

            foreach (var v in next)
            {
                before[v] = arrival[v];
                isNext[v] = false;
            }

            (layer, next) = (next, layer);
            next.Clear();
        }

        return arrival;
    }
}
