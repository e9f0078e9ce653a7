namespace FinInvest.Graph.Trace.Columns;

/// <summary>Keeps of a flow log what can reach one target.</summary>
internal static class FlowPruner
{
    public static TracedFlow? Prune(FlowLog log, IReadOnlyList<(int From, long Minor, int Hop)> intoTarget)
    {
        if (intoTarget.Count == 0)
        {
            return null;
        }

        var keep = Reaching(log, intoTarget);
        var place = new Dictionary<int, int>();
        var nodes = new List<long>();
        var from = new List<int>();
        var to = new List<int>();
        var minor = new List<long>();
        var hop = new List<int>();
        var hops = new List<FlowHop>();
        var hopPlace = new Dictionary<int, int>();
        foreach (var node in keep)
        {
            place[node] = nodes.Count;
            for (var arc = log.ArcStart[node]; arc < ArcEnd(log, node); arc++)
            {
                Add(log.ArcFrom[arc], log.ArcMinor[arc], log.ArcHop[arc]);
            }

            nodes.Add(log.NodeMinor[node]);
        }

        foreach (var arc in intoTarget)
        {
            Add(arc.From, arc.Minor, arc.Hop);
        }

        nodes.Add(intoTarget.Sum(a => a.Minor));
        return new TracedFlow([.. nodes], [.. from], [.. to], [.. minor], [.. hop], hops);

        void Add(int source, long amount, int crossed)
        {
            from.Add(source == FlowLog.Crime ? FlowLog.Crime : place[source]);
            to.Add(nodes.Count);
            minor.Add(amount);
            if (crossed != FlowLog.NoHop && !hopPlace.ContainsKey(crossed))
            {
                hopPlace[crossed] = hops.Count;
                hops.Add(log.Hops[crossed]);
            }

            hop.Add(crossed == FlowLog.NoHop ? FlowLog.NoHop : hopPlace[crossed]);
        }
    }

    /// <summary>Nodes from which the target can be reached, ascending, which is a topological order.</summary>
    private static SortedSet<int> Reaching(FlowLog log, IReadOnlyList<(int From, long Minor, int Hop)> intoTarget)
    {
        var reached = new SortedSet<int>(intoTarget.Select(a => a.From).Where(n => n != FlowLog.Crime));
        var open = new Stack<int>(reached);
        while (open.TryPop(out var node))
        {
            for (var arc = log.ArcStart[node]; arc < ArcEnd(log, node); arc++)
            {
                if (log.ArcFrom[arc] != FlowLog.Crime && reached.Add(log.ArcFrom[arc]))
                {
                    open.Push(log.ArcFrom[arc]);
                }
            }
        }

        return reached;
    }

    private static int ArcEnd(FlowLog log, int node) => node + 1 < log.ArcStart.Count ? log.ArcStart[node + 1] : log.ArcFrom.Count;
}
