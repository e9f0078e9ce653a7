using System.Numerics;

namespace FinInvest.Graph.Network.Flow;

/// <summary>
/// A directed network as arc columns: from, to, capacity. Parallel and antiparallel arcs stay apart.
/// Nodes are numbered from 0; the solver is fastest where most arcs lead from a lower to a higher number.
/// </summary>
/// <typeparam name="T">Int64, or Int128 where capacities carry a common denominator. All sums are overflow-checked.</typeparam>
public sealed class FlowNetwork<T>
    where T : struct, IBinaryInteger<T>
{
    private int[] from;
    private int[] to;
    private T[] capacity;

    /// <param name="arcs">Expected number of arcs; more may be added.</param>
    public FlowNetwork(int nodes, int arcs = 16)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(nodes);
        Nodes = nodes;
        from = new int[Math.Max(arcs, 4)];
        to = new int[from.Length];
        capacity = new T[from.Length];
    }

    public int Nodes { get; private set; }

    /// <summary>Number of arcs.</summary>
    public int Count { get; private set; }

    public ReadOnlySpan<int> From => from.AsSpan(0, Count);
    public ReadOnlySpan<int> To => to.AsSpan(0, Count);
    public ReadOnlySpan<T> Capacity => capacity.AsSpan(0, Count);

    /// <summary>Adds a node and returns its number.</summary>
    public int AddNode() => Nodes++;

    /// <summary>Adds an arc and returns its number. A loop is kept and never carries flow.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A node that does not exist, or a negative capacity.</exception>
    public int Add(int tail, int head, T minor)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)tail, (uint)Nodes, nameof(tail));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)head, (uint)Nodes, nameof(head));
        ArgumentOutOfRangeException.ThrowIfNegative(minor);
        if (Count == from.Length)
        {
            Array.Resize(ref from, Count * 2);
            Array.Resize(ref to, Count * 2);
            Array.Resize(ref capacity, Count * 2);
        }

        from[Count] = tail;
        to[Count] = head;
        capacity[Count] = minor;
        return Count++;
    }
}
