namespace FinInvest.Graph.Network;

/// <summary>
/// A walk over a directed graph that takes each arc with a stated share; what the shares of a node leave over ends the walk.
/// Probabilities are of the least solution: a walk that circles for ever is absorbed nowhere. Loops are solved inside their
/// strongly connected component only, so an acyclic graph is solved in one pass.
/// </summary>
public sealed class AbsorbingWalk
{
    internal const double Enough = 1e-15;
    internal const int SweepsMax = 2000;

    private readonly Adjacency graph;
    private readonly double[] share;
    private readonly StronglyConnectedComponents components;
    private readonly int[][] members;
    private readonly bool[] looped;

    /// <param name="share">Share of each arc, aligned with <see cref="Adjacency.Neighbor"/>; at least 0, and at most 1 in sum at every node.</param>
    public AbsorbingWalk(Adjacency graph, double[] share)
    {
        this.graph = graph;
        this.share = share;
        components = StronglyConnectedComponents.Find(graph);
        members = new int[components.Count][];
        looped = new bool[components.Count];
        var sizes = new int[components.Count];
        foreach (var c in components.Component)
        {
            sizes[c]++;
        }

        for (var c = 0; c < members.Length; c++)
        {
            members[c] = new int[sizes[c]];
            looped[c] = sizes[c] > 1;
        }

        for (var v = graph.Count - 1; v >= 0; v--)
        {
            var c = components.Component[v];
            members[c][--sizes[c]] = v;
            looped[c] |= graph.Out(v).Contains(v);
        }
    }

    /// <summary>Components that hold a loop; a node in one can come back to itself.</summary>
    public bool IsLooped(int node) => looped[components.Component[node]];

    /// <summary>Whether a node lies in a component that no share leaves: a walk that comes to it circles for ever.</summary>
    public bool IsClosed(int node) => looped[components.Component[node]] && IsClosed(graph, share, components.Component, members[components.Component[node]]);

    /// <summary>The nodes of a node's component, ascending.</summary>
    public ReadOnlySpan<int> ComponentOf(int node) => members[components.Component[node]];

    /// <summary>
    /// For every node, the probability that the walk from a start ever comes to it: what it is absorbed with when it absorbs.
    /// The start itself has 1.
    /// </summary>
    public double[] Hits(int start)
    {
        var entry = new double[graph.Count];
        var hits = new double[graph.Count];
        entry[start] = 1;
        for (var c = components.Component[start]; c >= 0; c--)
        {
            var nodes = members[c];
            if (!Array.Exists(nodes, v => entry[v] > 0))
            {
                continue;
            }

            var visits = looped[c] ? Loop(nodes, entry, hits) : entry;
            foreach (var v in nodes)
            {
                hits[v] = looped[c] ? hits[v] : entry[v];
                for (var i = graph.Start[v]; i < graph.Start[v + 1]; i++)
                {
                    if (components.Component[graph.Neighbor[i]] != c)
                    {
                        entry[graph.Neighbor[i]] += visits[v] * share[i];
                    }
                }
            }
        }

        hits[start] = 1;
        return hits;
    }

    /// <summary>Visits to the nodes of a component with a loop, and the probability of coming to each.</summary>
    private double[] Loop(int[] nodes, double[] entry, double[] hits)
    {
        var visits = new double[graph.Count];
        if (IsClosed(graph, share, components.Component, nodes))
        {
            // Nobody ever leaves: the walk comes to every node that lies on the loop, and is absorbed nowhere.
            var all = nodes.Sum(v => entry[v]);
            foreach (var v in nodes)
            {
                hits[v] = all;
            }

            return visits;
        }

        var solver = new LoopSolver(graph, share, nodes);
        solver.Visits(entry, visits, SweepsMax, Enough);
        var own = new double[graph.Count];
        var unit = new double[graph.Count];
        foreach (var v in nodes)
        {
            unit[v] = 1;
            solver.Visits(unit, own, SweepsMax, Enough);
            unit[v] = 0;
            hits[v] = Math.Min(1, visits[v] / own[v]);
        }

        return visits;
    }

    /// <summary>A component that no share leaves.</summary>
    internal static bool IsClosed(Adjacency graph, double[] share, int[] component, int[] nodes)
    {
        foreach (var v in nodes)
        {
            double inside = 0;
            for (var i = graph.Start[v]; i < graph.Start[v + 1]; i++)
            {
                inside += component[graph.Neighbor[i]] == component[v] ? share[i] : 0;
            }

            if (inside < 1 - 1e-15)
            {
                return false;
            }
        }

        return true;
    }
}
