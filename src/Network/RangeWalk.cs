namespace FinInvest.Graph.Network;

/// <summary>
/// The same walk where each share is only known to lie in a range and the shares of a node sum to at most 1: the least and the greatest
/// probability of being absorbed at chosen nodes, by value iteration. For the greatest, what the low ends leave over goes to the arcs
/// that lead there best; for the least, it goes nowhere.
/// </summary>
public sealed class RangeWalk
{
    private const double Enough = 1e-15;
    private const int SweepsMax = 100_000;

    private readonly Adjacency graph;
    private readonly double[] low;
    private readonly double[] high;
    private readonly int[][] components;

    /// <param name="low">Low end of each arc's share, aligned with <see cref="Adjacency.Neighbor"/>; their sum at a node is at most 1.</param>
    public RangeWalk(Adjacency graph, double[] low, double[] high)
    {
        this.graph = graph;
        this.low = low;
        this.high = high;
        var found = StronglyConnectedComponents.Find(graph);
        components = [.. Enumerable.Range(0, graph.Count).GroupBy(v => found.Component[v]).OrderBy(g => g.Key).Select(g => g.ToArray())];
    }

    /// <summary>For every node, the probability that a walk from it is absorbed at one of the nodes.</summary>
    /// <param name="greatest">The greatest, else the least.</param>
    /// <param name="settled">False when a loop changed more than 1e-15 in the last sweep allowed.</param>
    public double[] Into(IReadOnlyList<int> absorbing, bool greatest, out bool settled)
    {
        var value = new double[graph.Count];
        var fixedAt = new bool[graph.Count];
        foreach (var v in absorbing)
        {
            value[v] = 1;
            fixedAt[v] = true;
        }

        settled = true;
        var order = new List<int>();
        foreach (var nodes in components)
        {
            double change;
            var sweep = 0;
            do
            {
                change = 0;
                foreach (var v in nodes)
                {
                    if (!fixedAt[v])
                    {
                        var next = Value(v, value, greatest, order);
                        change = Math.Max(change, next - value[v]);
                        value[v] = next;
                    }
                }
            }
            while (change > Enough && ++sweep < SweepsMax && (nodes.Length > 1 || graph.Out(nodes[0]).Contains(nodes[0])));
            settled &= change <= Enough || sweep < SweepsMax;
        }

        return value;
    }

    private double Value(int node, double[] value, bool greatest, List<int> order)
    {
        var (from, to) = (graph.Start[node], graph.Start[node + 1]);
        double sum = 0, left = 1;
        for (var i = from; i < to; i++)
        {
            sum += low[i] * value[graph.Neighbor[i]];
            left -= low[i];
        }

        if (!greatest || left <= 0)
        {
            return Math.Min(1, sum);
        }

        order.Clear();
        for (var i = from; i < to; i++)
        {
            if (high[i] > low[i] && value[graph.Neighbor[i]] > 0)
            {
                order.Add(i);
            }
        }

        order.Sort((a, b) => value[graph.Neighbor[b]].CompareTo(value[graph.Neighbor[a]]) is var c && c != 0 ? c : a.CompareTo(b));
        foreach (var i in order)
        {
            var more = Math.Min(left, high[i] - low[i]);
            sum += more * value[graph.Neighbor[i]];
            left -= more;
            if (left <= 0)
            {
                break;
            }
        }

        return Math.Min(1, sum);
    }
}
