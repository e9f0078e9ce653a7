using System.Buffers;
using System.Runtime.CompilerServices;

namespace FinInvest.Graph.Network;

/// <summary>Strongly connected components by Tarjan's method, without recursion, in time linear in nodes and arcs.</summary>
public sealed class StronglyConnectedComponents
{
    private StronglyConnectedComponents(int[] component, int count)
    {
        Component = component;
        Count = count;
    }

    /// <summary>
    /// Component of each node. Numbers are in reverse topological order: an arc between two components runs from the higher number to
    /// the lower, so that 0, 1, 2 ... visits every component after all it leads to.
    /// </summary>
    public int[] Component { get; }

    /// <summary>Number of components.</summary>
    public int Count { get; }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static StronglyConnectedComponents Find(Adjacency graph)
    {
        var n = graph.Count;
        var (heads, starts) = (graph.Neighbor, graph.Start);
        var component = new int[n];
        Array.Fill(component, -1);

        // Rented: fresh memory of this size costs more than the search itself.
        var scratch = ArrayPool<int>.Shared.Rent(5 * n);
        var seen = scratch.AsSpan(0, n);
        var low = scratch.AsSpan(n, n);
        var at = scratch.AsSpan(2 * n, n);
        var open = scratch.AsSpan(3 * n, n);
        var call = scratch.AsSpan(4 * n, n);
        seen.Clear();
        starts.AsSpan(0, n).CopyTo(at);
        var (openCount, callCount, clock, count) = (0, 0, 0, 0);
        for (var root = 0; root < n; root++)
        {
            if (seen[root] != 0)
            {
                continue;
            }

            seen[root] = low[root] = ++clock;
            open[openCount++] = root;
            call[callCount++] = root;
            while (callCount > 0)
            {
                var v = call[callCount - 1];
                if (at[v] < starts[v + 1])
                {
                    var y = heads[at[v]++];
                    if (seen[y] == 0)
                    {
                        seen[y] = low[y] = ++clock;
                        open[openCount++] = y;
                        call[callCount++] = y;
                    }
                    else if (component[y] < 0)
                    {
                        low[v] = Math.Min(low[v], seen[y]);
                    }

                    continue;
                }

                callCount--;
                if (callCount > 0)
                {
                    var parent = call[callCount - 1];
                    low[parent] = Math.Min(low[parent], low[v]);
                }

                if (low[v] == seen[v])
                {
                    int member;
                    do
                    {
                        member = open[--openCount];
                        component[member] = count;
                    }
                    while (member != v);
                    count++;
                }
            }
        }

        ArrayPool<int>.Shared.Return(scratch);
        return new StronglyConnectedComponents(component, count);
    }
}
