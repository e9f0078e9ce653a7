namespace FinInvest.Graph.Network;

/// <summary>
/// The same answers as <see cref="EarliestArrival"/> over at most a number of edges, layer by layer from the start: what it costs follows what is
/// reached, not the window, so that it is the faster one where few edges are followed or the window is short.
/// <code>
///  layer h: nodes whose arrival h edges made earlier; of each only the edges that leave in [new arrival, arrival when last looked at)
/// </code>
/// Keeps its columns between searches; one instance serves one search at a time.
/// </summary>
public sealed class ArrivalFrontier
{
    private const int Never = EarliestArrival.Never;

    private readonly TemporalGraph graph;
    private readonly int[] arrival;
    private readonly int[] seen;
    private int[] reached;
    private (int Node, int After, int Before)[] layer = new (int, int, int)[64];
    private int[] next = new int[64];
    private int count;

    public ArrivalFrontier(TemporalGraph graph)
    {
        this.graph = graph;
        arrival = new int[graph.Count];
        seen = new int[graph.Count];
        reached = new int[64];
        Array.Fill(arrival, Never);
        Array.Fill(seen, Never);
    }

    /// <summary>Nodes that the last search reached, the start first.</summary>
    public ReadOnlySpan<int> Reached => reached.AsSpan(0, count);

    /// <summary>Place at which the last search reached a node first; the start has the place it was given, a node out of reach <see cref="EarliestArrival.Never"/>.</summary>
    public int this[int node] => arrival[node];

    /// <param name="start">Node that is left after <paramref name="place"/>.</param>
    /// <param name="hopsMax">Most edges; at least 0.</param>
    /// <param name="until">Edges that arrive at or after it are left out.</param>
    public void Search(int start, int place, int hopsMax, int until = Never)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(hopsMax);
        Forget();
        Add(ref reached, ref count, start);
        arrival[start] = place;
        next[0] = start;
        var width = 1;
        for (var hop = 0; hop < hopsMax && width > 0; hop++)
        {
            var now = width;
            if (layer.Length < now)
            {
                layer = new (int, int, int)[next.Length];
            }

            for (var i = 0; i < now; i++)
            {
                var v = next[i];
                layer[i] = (v, arrival[v], seen[v]);
                seen[v] = arrival[v];
            }

            width = 0;
            for (var i = 0; i < now; i++)
            {
                var (v, after, before) = layer[i];
                var arcs = graph.OutAfter(v, after);
                var end = Math.Min(before, until);
                foreach (ref readonly var arc in arcs)
                {
                    // An edge that leaves at or before the place where the node was when last looked at, but not before now, is new.
                    if (arc.Depart > end)
                    {
                        break;
                    }

                    ref var best = ref arrival[arc.Neighbor];
                    if (arc.Arrive >= best || arc.Arrive >= until)
                    {
                        continue;
                    }

                    if (best == Never)
                    {
                        Add(ref reached, ref count, arc.Neighbor);
                    }

                    if (best == seen[arc.Neighbor])
                    {
                        Add(ref next, ref width, arc.Neighbor);
                    }

                    best = arc.Arrive;
                }
            }
        }
    }

    private void Forget()
    {
        foreach (var v in reached.AsSpan(0, count))
        {
            arrival[v] = Never;
            seen[v] = Never;
        }

        count = 0;
    }

    private static void Add(ref int[] list, ref int length, int node)
    {
        if (length == list.Length)
        {
            Array.Resize(ref list, length * 2);
        }

        list[length++] = node;
    }
}
