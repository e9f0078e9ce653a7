namespace FinInvest.Graph.Network;

/// <summary>
/// What walks of exactly h edges can reach, layer by layer from both sides, always growing the cheaper side:
/// <code>
///  First[h][v]  earliest place at which a walk of h edges from a start is at v      (int.MaxValue = none)
///  Last[r][v]   latest place at which v may be left to reach an end over r edges    (int.MinValue = none)
/// </code>
/// A superset of the simple paths, so it prunes without losing one. One instance serves one search at a time.
/// </summary>
internal sealed class ReachLayers<TTimes>(TemporalGraph graph)
    where TTimes : struct, IEdgeTimes
{
    private readonly List<int[]> first = [];
    private readonly List<int[]> last = [];
    private readonly List<List<int>> firstNodes = [];
    private readonly List<List<int>> lastNodes = [];
    private readonly List<List<int>> between = [];
    private int forward;
    private int backward;
    private int joined;
    private bool ordered;

    /// <summary>Arcs looked at since the caller last set it.</summary>
    public long Work { get; set; }

    public long WorkMax { get; set; }

    public int Last(int hops, int node) => last[hops][node];

    /// <summary>Forgets everything and sets layer 0 of both sides.</summary>
    public void Begin(PathQuery query, in ArcFilter<TTimes> filter)
    {
        Clear();
        ordered = query.Ordered;
        while (first.Count <= query.HopsMax)
        {
            var f = new int[graph.Count];
            Array.Fill(f, int.MaxValue);
            first.Add(f);
            var l = new int[graph.Count];
            Array.Fill(l, int.MinValue);
            last.Add(l);
            firstNodes.Add([]);
            lastNodes.Add([]);
            between.Add([]);
        }

        foreach (var s in query.Starts)
        {
            if (s.Weight >= filter.WeightMin)
            {
                Reach(0, s.Node, ordered ? s.Place : -1);
            }
        }

        foreach (var e in query.Ends)
        {
            if (e.Weight >= filter.WeightMin && e.Time.Low <= filter.Latest)
            {
                Leave(0, e.Node, ordered ? e.Place : int.MaxValue, lastNodes[0]);
            }
        }
    }

    /// <summary>
    /// Makes Last right for walks of exactly <paramref name="hops"/> edges (called for 0, 1, 2 ... in turn).
    /// False when no walk has that many or more, or the work is used up.
    /// </summary>
    public bool Join(int hops, in ArcFilter<TTimes> filter)
    {
        ClearBetween();
        while (forward + backward < hops)
        {
            if (firstNodes[forward].Count == 0 || lastNodes[backward].Count == 0 || Work > WorkMax)
            {
                return false;
            }

            if (Cost(firstNodes[forward], true) <= Cost(lastNodes[backward], false))
            {
                Forward(filter);
            }
            else
            {
                Backward(lastNodes[backward], backward + 1, lastNodes[backward + 1], -1, filter);
                backward++;
            }
        }

        if (firstNodes[forward].Count == 0 || lastNodes[backward].Count == 0)
        {
            return false;
        }

        joined = backward;
        var nodes = lastNodes[backward];
        for (var r = backward + 1; r <= hops; r++)
        {
            joined = r;
            Backward(nodes, r, between[r], hops - r, filter);
            nodes = between[r];
            if (Work > WorkMax)
            {
                return false;
            }
        }

        return true;
    }

    private long Cost(List<int> nodes, bool outwards)
    {
        long cost = 0;
        foreach (var v in nodes)
        {
            cost += outwards ? graph.OutDegree(v) : graph.InDegree(v);
        }

        return cost;
    }

    private void Forward(in ArcFilter<TTimes> filter)
    {
        var from = first[forward];
        forward++;
        foreach (var x in firstNodes[forward - 1])
        {
            var arcs = graph.OutAfter(x, from[x]);
            Work += arcs.Length;
            for (var i = 0; i < arcs.Length; i++)
            {
                if (filter.Admits(arcs[i]))
                {
                    Reach(forward, arcs[i].Neighbor, ordered ? arcs[i].Arrive : -1);
                }
            }
        }
    }

    /// <param name="meets">Only nodes that the forward layer of that number reaches in time; -1 = any.</param>
    private void Backward(List<int> nodes, int hops, List<int> into, int meets, in ArcFilter<TTimes> filter)
    {
        var from = last[hops - 1];
        var there = meets < 0 ? null : first[meets];
        var already = meets < 0 ? null : first[meets + 1];
        foreach (var y in nodes)
        {
            if (already is not null && already[y] >= from[y])
            {
                continue;
            }

            var arcs = graph.InBefore(y, from[y]);
            Work += arcs.Length;
            for (var i = 0; i < arcs.Length; i++)
            {
                ref readonly var arc = ref arcs[i];
                if ((there is null || there[arc.Neighbor] < arc.Depart) && filter.Admits(arc))
                {
                    Leave(hops, arc.Neighbor, ordered ? arc.Depart : int.MaxValue, into);
                }
            }
        }
    }

    private void Reach(int hops, int node, int place)
    {
        var layer = first[hops];
        if (layer[node] == int.MaxValue)
        {
            firstNodes[hops].Add(node);
        }

        layer[node] = Math.Min(layer[node], place);
    }

    private void Leave(int hops, int node, int place, List<int> into)
    {
        var layer = last[hops];
        if (layer[node] == int.MinValue)
        {
            into.Add(node);
        }

        layer[node] = Math.Max(layer[node], place);
    }

    private void Clear()
    {
        ClearBetween();
        for (var h = 0; h < first.Count; h++)
        {
            Forget(firstNodes[h], first[h], int.MaxValue);
            Forget(lastNodes[h], last[h], int.MinValue);
        }

        forward = backward = 0;
    }

    private void ClearBetween()
    {
        for (var r = backward + 1; r <= joined; r++)
        {
            Forget(between[r], last[r], int.MinValue);
        }

        joined = backward;
    }

    private static void Forget(List<int> nodes, int[] layer, int none)
    {
        foreach (var v in nodes)
        {
            layer[v] = none;
        }

        nodes.Clear();
    }
}
