namespace FinInvest.Graph.Trace.Columns;

/// <summary>Keeps of a flow log what can reach one target.</summary>
internal static class FlowPruner
{
    private const int NotKept = -1;

    public static TracedFlow? Prune(FlowLog log, IReadOnlyList<(int From, long Minor, int Hop)> intoTarget)
    {
        if (intoTarget.Count == 0)
        {
            return null;
        }

        var place = PlacesOfReaching(log, intoTarget, out var nodes, out var arcs);
        arcs += intoTarget.Count;
        (var minorOf, var from, var to, var minor, var hop) = (new long[nodes + 1], new int[arcs], new int[arcs], new long[arcs], new int[arcs]);
        var hops = new List<FlowHop>();
        var hopPlace = new Dictionary<int, int>();
        var at = 0;
        for (var node = 0; node < place.Length; node++)
        {
            if (place[node] == NotKept)
            {
                continue;
            }

            minorOf[place[node]] = log.NodeMinor[node];
            for (var arc = log.ArcStart[node]; arc < ArcEnd(log, node); arc++)
            {
                Add(log.ArcFrom[arc], place[node], log.ArcMinor[arc], log.ArcHop[arc]);
            }
        }

        foreach (var arc in intoTarget)
        {
            Add(arc.From, nodes, arc.Minor, arc.Hop);
            minorOf[nodes] += arc.Minor;
        }

        return new TracedFlow(minorOf, from, to, minor, hop, hops);

        void Add(int source, int target, long amount, int crossed)
        {
            from[at] = source == FlowLog.Crime ? FlowLog.Crime : place[source];
            to[at] = target;
            minor[at] = amount;
            if (crossed != FlowLog.NoHop && !hopPlace.ContainsKey(crossed))
            {
                hopPlace[crossed] = hops.Count;
                hops.Add(log.HopAt(crossed));
            }

            hop[at++] = crossed == FlowLog.NoHop ? FlowLog.NoHop : hopPlace[crossed];
        }
    }

    /// <summary>New place of each node from which the target can be reached; arcs run upward, so one pass down finds them all.</summary>
    private static int[] PlacesOfReaching(FlowLog log, IReadOnlyList<(int From, long Minor, int Hop)> intoTarget, out int nodes, out int arcs)
    {
        const int reached = 0;
        var highest = intoTarget.Max(a => a.From);
        var place = new int[highest + 1];
        Array.Fill(place, NotKept);
        foreach (var arc in intoTarget.Where(a => a.From != FlowLog.Crime))
        {
            place[arc.From] = reached;
        }

        arcs = 0;
        for (var node = highest; node >= 0; node--)
        {
            for (var arc = log.ArcStart[node]; place[node] != NotKept && arc < ArcEnd(log, node); arc++)
            {
                arcs++;
                if (log.ArcFrom[arc] != FlowLog.Crime)
                {
                    place[log.ArcFrom[arc]] = reached;
                }
            }
        }

        nodes = 0;
        for (var node = 0; node < place.Length; node++)
        {
            place[node] = place[node] == NotKept ? NotKept : nodes++;
        }

        return place;
    }

    private static int ArcEnd(FlowLog log, int node) => node + 1 < log.ArcStart.Count ? log.ArcStart[node + 1] : log.ArcFrom.Count;
}
