using System.Runtime.InteropServices;

namespace FinInvest.Graph.Network;

/// <summary>Counts all simple node sequences and all chains of exactly h edges. Every sequence is entered once, with all its chains at once.</summary>
internal sealed class ChainCount<TTimes>(TemporalGraph graph, ReachLayers<TTimes> layers, PathQuery query, ArcFilter<TTimes> filter)
    where TTimes : struct, IEdgeTimes
{
    private readonly ChainStates<TTimes> chains = new(query, filter);
    private readonly List<List<ChainStates<TTimes>.State>> byDepth = [.. Enumerable.Range(0, query.HopsMax + 1).Select(_ => new List<ChainStates<TTimes>.State>())];
    private readonly int[] nodes = new int[query.HopsMax + 1];
    private int hops;

    public long Sequences { get; private set; }

    public long Chains { get; private set; }

    /// <summary>True when the work was used up: the counts are lower bounds.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Layers must be joined for that number of edges.</summary>
    public void Count(int exactHops)
    {
        hops = exactHops;
        foreach (var node in query.Starts.Select(s => s.Node).Distinct())
        {
            chains.Begin(node, byDepth[0]);
            nodes[0] = node;
            Visit(0, CollectionsMarshal.AsSpan(byDepth[0]));
        }
    }

    private void Visit(int depth, ReadOnlySpan<ChainStates<TTimes>.State> states)
    {
        if (states.IsEmpty || IsCut)
        {
            return;
        }

        if (depth == hops)
        {
            var ended = chains.Ended(states);
            Sequences += ended > 0 ? 1 : 0;
            Chains = ChainStates<TTimes>.Add(Chains, ended);
            return;
        }

        var left = hops - depth;
        var next = byDepth[depth + 1];
        next.Clear();
        var latest = layers.Last(left, nodes[depth]);
        var arcs = graph.OutAfter(nodes[depth], states[0].Place);
        for (var i = 0; i < arcs.Length && arcs[i].Depart <= latest; i++)
        {
            ref readonly var arc = ref arcs[i];
            layers.Work++;
            if (layers.Last(left - 1, arc.Neighbor) > (query.Ordered ? arc.Arrive : -1) && filter.Admits(arc) && !nodes.AsSpan(0, depth + 1).Contains(arc.Neighbor))
            {
                layers.Work += chains.Extend(states, arc, next);
            }

            if (layers.Work > layers.WorkMax)
            {
                IsCut = true;
                return;
            }
        }

        ChainStates<TTimes>.Settle(next);
        for (var at = 0; at < next.Count;)
        {
            var end = at + 1;
            while (end < next.Count && next[end].Head == next[at].Head)
            {
                end++;
            }

            nodes[depth + 1] = next[at].Head;
            Visit(depth + 1, CollectionsMarshal.AsSpan(next)[at..end]);
            at = end;
        }
    }
}
