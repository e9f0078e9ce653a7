using FinInvest.Graph.Network;

namespace FinInvest.Graph.Trace.Ownership;

/// <summary>The part of the interests that bears on one question: all that is upward of a target, or all that is downward of a party.</summary>
internal sealed class InterestPart
{
    private readonly Dictionary<int, int> place = [];

    private InterestPart(InterestGraph graph, int[] nodes)
    {
        Nodes = nodes;
        for (var i = 0; i < nodes.Length; i++)
        {
            place.Add(nodes[i], i);
        }

        List<int> from = [], to = [];
        List<double> low = [], high = [];
        for (var i = 0; i < nodes.Length; i++)
        {
            for (var at = graph.Arcs.Start[nodes[i]]; at < graph.Arcs.Start[nodes[i] + 1]; at++)
            {
                if (place.TryGetValue(graph.Arcs.Neighbor[at], out var owner))
                {
                    from.Add(i);
                    to.Add(owner);
                    low.Add(graph.Low[at]);
                    high.Add(graph.High[at]);
                    HasRanges |= graph.Low[at] != graph.High[at];
                }
            }
        }

        // Arcs come out of nodes in turn, so their order in the rows is the order in which they were added.
        Arcs = Adjacency.Of(nodes.Length, [.. from], [.. to]);
        Low = [.. low];
        High = [.. high];
    }

    /// <summary>Nodes of the whole graph, ascending.</summary>
    public int[] Nodes { get; }

    public int Count => Nodes.Length;

    public Adjacency Arcs { get; }

    public double[] Low { get; }

    public double[] High { get; }

    public bool HasRanges { get; }

    public static InterestPart Above(InterestGraph graph, int target) => new(graph, Reach(graph.Arcs, target));

    public static InterestPart Below(InterestGraph graph, int party)
        => new(graph, Reach(Adjacency.Of(graph.Arcs.Count, graph.Arcs.Neighbor, Tails(graph.Arcs)), party));

    /// <summary>Place of a node of the whole graph in this part.</summary>
    public int Of(int node) => place[node];

    /// <summary>What was noted about the ids of this part.</summary>
    public IEnumerable<string> Notes(InterestGraph graph)
    {
        var ids = Nodes.Select(n => graph.Ids[n]).ToHashSet(StringComparer.Ordinal);
        return graph.Notes.Where(n => n.Split(' ').Any(w => ids.Contains(w.TrimEnd('.', ',', ':'))));
    }

    /// <summary>
    /// For any node, the nodes between it and a fixed one on the chain with the largest product of shares (at the high ends), from the
    /// target's side to the owner's.
    /// </summary>
    /// <param name="upward">The fixed node is the target and one asks for owners; else it is the owner and one asks for what it holds.</param>
    public Func<int, IReadOnlyList<int>> StrongestChains(int fixedNode, bool upward)
    {
        var (arcs, shares) = upward ? (Arcs, High) : Reversed();
        var best = new double[Count];
        var before = new int[Count];
        Array.Fill(before, -1);
        var queue = new PriorityQueue<int, (double, int)>();
        best[fixedNode] = 1;
        queue.Enqueue(fixedNode, (-1, fixedNode));
        var done = new bool[Count];
        while (queue.TryDequeue(out var v, out _))
        {
            if (done[v])
            {
                continue;
            }

            done[v] = true;
            for (var i = arcs.Start[v]; i < arcs.Start[v + 1]; i++)
            {
                var owner = arcs.Neighbor[i];
                var product = best[v] * shares[i];
                if (!done[owner] && product > best[owner])
                {
                    best[owner] = product;
                    before[owner] = v;
                    queue.Enqueue(owner, (-product, owner));
                }
            }
        }

        return owner =>
        {
            var chain = new List<int>();
            for (var v = before[owner]; v >= 0 && v != fixedNode; v = before[v])
            {
                chain.Add(v);
            }

            if (upward)
            {
                chain.Reverse();
            }

            return chain;
        };
    }

    private (Adjacency Arcs, double[] Shares) Reversed()
    {
        var tails = Tails(Arcs);
        var reversed = Adjacency.Of(Count, Arcs.Neighbor, tails);
        return (reversed, [.. reversed.Arc.Select(a => High[a])]);
    }

    private static int[] Tails(Adjacency arcs)
    {
        var tails = new int[arcs.Neighbor.Length];
        for (var v = 0; v < arcs.Count; v++)
        {
            tails.AsSpan(arcs.Start[v], arcs.Start[v + 1] - arcs.Start[v]).Fill(v);
        }

        return tails;
    }

    private static int[] Reach(Adjacency arcs, int from)
    {
        var seen = new HashSet<int> { from };
        var next = new Queue<int>(seen);
        while (next.TryDequeue(out var v))
        {
            foreach (var y in arcs.Out(v))
            {
                if (seen.Add(y))
                {
                    next.Enqueue(y);
                }
            }
        }

        return [.. seen.Order()];
    }
}
