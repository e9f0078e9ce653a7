using System.Numerics;
using System.Runtime.CompilerServices;

namespace FinInvest.Graph.Network.Flow;

/// <summary>
/// Exact maximum flow and minimum cut. Phases as in Dinic's method, with arcs to a higher node number of length 0 and arcs to a lower one of length 1:
/// of an arc and its reverse exactly one goes upwards, so the arcs that keep to the distances never form a cycle, distances grow from phase to phase, and
/// a network whose arcs lead upwards needs one phase more than the largest number of detours on an augmenting path, however long its chains are.
/// Each phase finds a blocking flow by waves: excess forward in order, what is stuck back. No recursion; the result depends on the network alone.
/// </summary>
/// <remarks>
/// <code>
///  slot i of node v: arc v -> slots[i].Head, residual capacity slots[i].Left, reverse arc in slot slots[i].Twin; slots of v are start[v] .. start[v + 1)
/// </code>
/// Work starts at the end whose arcs carry less; where that is the target, all arcs are turned round and the nodes numbered backwards.
/// </remarks>
public sealed partial class MaximumFlow<T>
    where T : struct, IBinaryInteger<T>
{
    private readonly FlowNetwork<T> network;
    private readonly bool turned;
    private readonly int nodes;
    private readonly int begin;
    private readonly int end;
    private readonly int[] start;
    private readonly Slot[] slots;
    private readonly int[] slotOf;
    private readonly int[] distance;
    private bool measured;

    /// <summary>Solves at once.</summary>
    /// <exception cref="ArgumentException">Source and target are the same node, or not in the network.</exception>
    /// <exception cref="OverflowException">Capacities at one node add up to more than T holds.</exception>
    public MaximumFlow(FlowNetwork<T> network, int source, int target)
    {
        if (source == target || (uint)source >= (uint)network.Nodes || (uint)target >= (uint)network.Nodes)
        {
            throw new ArgumentException($"No flow from node {source} to node {target} of {network.Nodes}.");
        }

        this.network = network;
        nodes = network.Nodes;
        turned = CapacityAt(network.To, target) < CapacityAt(network.From, source);
        begin = Place(turned ? target : source);
        end = Place(turned ? source : target);
        start = new int[nodes + 1];
        var arcs = network.Count;
        slots = new Slot[arcs * 2];
        slotOf = new int[arcs];
        distance = new int[nodes];
        BuildSlots();
        var most = T.Min(CapacityAt(network.From, source), CapacityAt(network.To, target));

        // The first phase takes all arcs that lead upwards: no distances are needed for that.
        for (measured = false; Value < most && (Phases == 0 || Measure()); Phases++)
        {
            Block();
            measured = false;
        }
    }

    /// <summary>The value of the maximum flow, which is the capacity of a minimum cut.</summary>
    public T Value { get; private set; } = T.Zero;

    /// <summary>Number of phases it took.</summary>
    public int Phases { get; private set; }

    /// <summary>Flow on an arc of the network, between 0 and its capacity.</summary>
    public T FlowOn(int arc) => slots[slots[slotOf[arc]].Twin].Left;

    /// <summary>Nodes on the source's side of the minimum cut nearest the source.</summary>
    public bool[] SourceSide() => turned ? Unplaced(ReachesEnd(), inverted: false) : Unplaced(ReachedFromBegin(), inverted: false);

    /// <summary>Nodes on the source's side of the minimum cut nearest the target.</summary>
    public bool[] TargetSide() => turned ? Unplaced(ReachedFromBegin(), inverted: true) : Unplaced(ReachesEnd(), inverted: true);

    private int Place(int node) => turned ? nodes - 1 - node : node;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private T CapacityAt(ReadOnlySpan<int> ends, int node)
    {
        var capacity = network.Capacity;
        var sum = T.Zero;
        for (var a = 0; a < ends.Length; a++)
        {
            sum = ends[a] == node ? checked(sum + capacity[a]) : sum;
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void BuildSlots()
    {
        var from = turned ? network.To : network.From;
        var to = turned ? network.From : network.To;
        var capacity = network.Capacity;
        for (var a = 0; a < from.Length; a++)
        {
            start[Place(from[a]) + 1]++;
            start[Place(to[a]) + 1]++;
        }

        for (var v = 0; v < nodes; v++)
        {
            start[v + 1] += start[v];
        }

        var next = start.AsSpan(0, nodes).ToArray();
        for (var a = 0; a < from.Length; a++)
        {
            var (u, v) = (Place(from[a]), Place(to[a]));
            var there = next[u]++;
            var back = next[v]++;
            slots[there] = new Slot { Head = v, Twin = back, Left = u == v ? T.Zero : capacity[a] };
            slots[back] = new Slot { Head = u, Twin = there };
            slotOf[a] = there;
        }
    }

    /// <summary>Distances to the end in detours; false where the begin does not reach it any more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Measure()
    {
        Array.Fill(distance, -1);
        var level = new Stack<int>();
        var later = new List<int>();
        distance[end] = 0;
        level.Push(end);
        for (var d = 0; level.Count > 0 && distance[begin] < 0; d++)
        {
            while (level.TryPop(out var v))
            {
                for (var i = start[v]; i < start[v + 1]; i++)
                {
                    var u = slots[i].Head;
                    if (distance[u] >= 0 || slots[slots[i].Twin].Left == T.Zero)
                    {
                        continue;
                    }

                    if (u < v)
                    {
                        distance[u] = d;
                        level.Push(u);
                    }
                    else
                    {
                        later.Add(u);
                    }
                }
            }

            foreach (var u in later)
            {
                if (distance[u] < 0)
                {
                    distance[u] = d + 1;
                    level.Push(u);
                }
            }

            later.Clear();
        }

        measured = true;
        return distance[begin] >= 0;
    }

    private bool[] ReachesEnd()
    {
        if (!measured)
        {
            Measure();
        }

        var reached = new bool[nodes];
        for (var v = 0; v < nodes; v++)
        {
            reached[v] = distance[v] >= 0;
        }

        return reached;
    }

    private bool[] ReachedFromBegin()
    {
        var reached = new bool[nodes];
        var stack = new Stack<int>();
        reached[begin] = true;
        stack.Push(begin);
        while (stack.TryPop(out var u))
        {
            for (var i = start[u]; i < start[u + 1]; i++)
            {
                if (slots[i].Left > T.Zero && !reached[slots[i].Head])
                {
                    reached[slots[i].Head] = true;
                    stack.Push(slots[i].Head);
                }
            }
        }

        return reached;
    }

    private bool[] Unplaced(bool[] side, bool inverted)
    {
        var result = new bool[nodes];
        for (var v = 0; v < nodes; v++)
        {
            result[v] = side[Place(v)] != inverted;
        }

        return result;
    }

    /// <summary>What a search reads of an arc lies together: in columns of their own each look would miss the cache three times.</summary>
    private struct Slot
    {
        public int Head;
        public int Twin;
        public T Left;
    }
}
