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

    public static StronglyConnectedComponents Find(Adjacency graph)
    {
        var n = graph.Count;
        var component = new int[n];
        Array.Fill(component, -1);
        var seen = new int[n];
        var low = new int[n];
        var at = graph.Start.AsSpan(0, n).ToArray();
        var open = new Stack<int>();
        var call = new Stack<int>();
        var clock = 0;
        var count = 0;
        for (var root = 0; root < n; root++)
        {
            if (seen[root] != 0)
            {
                continue;
            }

            Open(root);
            while (call.TryPeek(out var v))
            {
                if (at[v] < graph.Start[v + 1])
                {
                    var y = graph.Neighbor[at[v]++];
                    if (seen[y] == 0)
                    {
                        Open(y);
                    }
                    else if (component[y] < 0)
                    {
                        low[v] = Math.Min(low[v], seen[y]);
                    }

                    continue;
                }

                call.Pop();
                if (call.TryPeek(out var parent))
                {
                    low[parent] = Math.Min(low[parent], low[v]);
                }

                if (low[v] == seen[v])
                {
                    int member;
                    do
                    {
                        member = open.Pop();
                        component[member] = count;
                    }
                    while (member != v);
                    count++;
                }
            }
        }

        return new StronglyConnectedComponents(component, count);

        void Open(int v)
        {
            seen[v] = low[v] = ++clock;
            open.Push(v);
            call.Push(v);
        }
    }
}
