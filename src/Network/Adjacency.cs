namespace FinInvest.Graph.Network;

/// <summary>
/// A directed multigraph in compressed rows: the arcs out of node v are Neighbor[Start[v] .. Start[v + 1]), in the order in which
/// they were given. Parallel arcs and loops stay.
/// </summary>
public sealed class Adjacency
{
    private Adjacency(int[] start, int[] neighbor, int[] arc)
    {
        Start = start;
        Neighbor = neighbor;
        Arc = arc;
    }

    /// <summary>Number of nodes.</summary>
    public int Count => Start.Length - 1;

    /// <summary>First place of each node's arcs; one more entry than nodes.</summary>
    public int[] Start { get; }

    /// <summary>Head of each arc.</summary>
    public int[] Neighbor { get; }

    /// <summary>Index of each arc in the lists it was built from.</summary>
    public int[] Arc { get; }

    /// <summary>Rows by tail.</summary>
    /// <exception cref="ArgumentException">The lists differ in length, or a node is not in [0, count).</exception>
    public static Adjacency Of(int count, ReadOnlySpan<int> from, ReadOnlySpan<int> to)
    {
        if (from.Length != to.Length)
        {
            throw new ArgumentException($"{from.Length} tails and {to.Length} heads.", nameof(to));
        }

        var start = new int[count + 1];
        for (var a = 0; a < from.Length; a++)
        {
            if ((uint)from[a] >= (uint)count || (uint)to[a] >= (uint)count)
            {
                throw new ArgumentException($"Arc {a} joins {from[a]} and {to[a]}, but there are {count} nodes.", nameof(from));
            }

            start[from[a] + 1]++;
        }

        for (var v = 0; v < count; v++)
        {
            start[v + 1] += start[v];
        }

        var next = start.AsSpan(0, count).ToArray();
        var neighbor = new int[from.Length];
        var arc = new int[from.Length];
        for (var a = 0; a < from.Length; a++)
        {
            var at = next[from[a]]++;
            neighbor[at] = to[a];
            arc[at] = a;
        }

        return new Adjacency(start, neighbor, arc);
    }

    /// <summary>Heads of the arcs out of a node.</summary>
    public ReadOnlySpan<int> Out(int node) => Neighbor.AsSpan(Start[node], Start[node + 1] - Start[node]);
}
