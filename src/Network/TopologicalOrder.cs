namespace FinInvest.Graph.Network;

/// <summary>An order of the nodes in which every arc runs forward; of all such orders the one that takes the lowest free node each time.</summary>
public static class TopologicalOrder
{
    /// <summary>
    /// The order, which is shorter than the graph when there is a cycle: what is missing are the nodes on cycles and all they lead to.
    /// </summary>
    /// <param name="rank">Lowest rank goes first among free nodes, then the lowest index; empty = by index. One rank a node.</param>
    public static int[] Find(Adjacency graph, ReadOnlySpan<int> rank = default)
    {
        var n = graph.Count;
        var before = new int[n];
        foreach (var y in graph.Neighbor)
        {
            before[y]++;
        }

        var free = new PriorityQueue<int, long>();
        for (var v = 0; v < n; v++)
        {
            if (before[v] == 0)
            {
                free.Enqueue(v, Priority(rank, v));
            }
        }

        var order = new List<int>(n);
        while (free.TryDequeue(out var v, out _))
        {
            order.Add(v);
            foreach (var y in graph.Out(v))
            {
                if (--before[y] == 0)
                {
                    free.Enqueue(y, Priority(rank, y));
                }
            }
        }

        return [.. order];
    }

    private static long Priority(ReadOnlySpan<int> rank, int node) => rank.IsEmpty ? node : ((long)rank[node] << 32) + node;
}
