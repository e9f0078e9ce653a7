using System.Numerics;
using System.Runtime.CompilerServices;

namespace FinInvest.Graph.Network.Flow;

/// <summary>The blocking flow of one phase, by waves.</summary>
public sealed partial class MaximumFlow<T>
    where T : struct, IBinaryInteger<T>
{
    private readonly List<Push> pushes = [];
    private T[] excess = [];
    private int[] next = [];
    private int[] lastPush = [];
    private bool[] blocked = [];
    private int[] order = [];
    private int[] placeOf = [];
    private readonly PlaceHeap active = new(largestFirst: false);
    private readonly PlaceHeap stuck = new(largestFirst: true);

    /// <summary>Saturates every path that keeps to the distances.</summary>
    private void Block()
    {
        Prepare();
        PushAll(begin);
        blocked[begin] = true;
        while (!active.IsEmpty)
        {
            Forward();
            Back();
        }

        Value = checked(Value + excess[end]);
    }

    /// <summary>Nodes with a distance in the order in which admissible arcs run: distance falling, then number rising.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Prepare()
    {
        var largest = distance[begin];
        var counts = new int[largest + 2];
        foreach (var d in distance)
        {
            if (d >= 0 && d <= largest)
            {
                counts[largest - d + 1]++;
            }
        }

        for (var i = 1; i < counts.Length; i++)
        {
            counts[i] += counts[i - 1];
        }

        // The columns serve every phase: fresh memory for each cost more than the phase.
        if (order.Length == 0)
        {
            order = new int[nodes];
            placeOf = new int[nodes];
            excess = new T[nodes];
            next = new int[nodes];
            lastPush = new int[nodes];
            blocked = new bool[nodes];
        }

        for (var v = 0; v < nodes; v++)
        {
            if (distance[v] >= 0 && distance[v] <= largest)
            {
                placeOf[v] = counts[largest - distance[v]];
                order[counts[largest - distance[v]]++] = v;
            }
        }

        Array.Clear(excess);
        start.AsSpan(0, nodes).CopyTo(next);
        Array.Fill(lastPush, -1);
        Array.Clear(blocked);
        pushes.Clear();
        active.Reset(nodes);
        stuck.Reset(nodes);
    }

    private bool Admissible(int u, int slot)
    {
        ref readonly var arc = ref slots[slot];
        var v = arc.Head;
        return arc.Left > T.Zero && distance[v] >= 0 && !blocked[v] && distance[u] == distance[v] + (u < v ? 0 : 1);
    }

    /// <summary>Moves to the next admissible arc of u; false where none is left in this phase.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Advance(int u)
    {
        while (next[u] < start[u + 1])
        {
            if (Admissible(u, next[u]))
            {
                return true;
            }

            next[u]++;
        }

        return false;
    }

    private void PushAll(int u)
    {
        while (Advance(u))
        {
            PushOn(u, next[u], slots[next[u]].Left);
        }
    }

    private void PushOn(int u, int slot, T amount)
    {
        ref var arc = ref slots[slot];
        ref var back = ref slots[arc.Twin];
        var v = arc.Head;
        arc.Left -= amount;
        back.Left = checked(back.Left + amount);
        excess[v] = checked(excess[v] + amount);
        pushes.Add(new Push(slot, lastPush[v], amount));
        lastPush[v] = pushes.Count - 1;
        if (v != end)
        {
            active.Add(placeOf[v]);
        }
    }

    /// <summary>Moves excess on in the order of the arcs; where it cannot go on it is stuck.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Forward()
    {
        while (!active.IsEmpty)
        {
            var place = active.Take();
            var u = order[place];
            while (excess[u] > T.Zero && Advance(u))
            {
                var amount = T.Min(excess[u], slots[next[u]].Left);
                excess[u] -= amount;
                PushOn(u, next[u], amount);
            }

            if (excess[u] > T.Zero)
            {
                blocked[u] = true;
                stuck.Add(place);
            }
        }
    }

    /// <summary>Returns what is stuck to where it came from, against the order of the arcs, up to nodes from which it can go on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Back()
    {
        while (!stuck.IsEmpty)
        {
            var place = stuck.Take();
            var u = order[place];
            if (!blocked[u] && Advance(u))
            {
                active.Add(place);
                continue;
            }

            blocked[u] = true;
            Return(u);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Return(int v)
    {
        while (excess[v] > T.Zero)
        {
            var push = pushes[lastPush[v]];
            var amount = T.Min(excess[v], push.Amount);
            ref var arc = ref slots[push.Slot];
            ref var back = ref slots[arc.Twin];
            var u = back.Head;
            arc.Left += amount;
            back.Left -= amount;
            excess[v] -= amount;
            if (u != begin)
            {
                excess[u] = checked(excess[u] + amount);
                stuck.Add(placeOf[u]);
            }

            if (amount == push.Amount)
            {
                lastPush[v] = push.Before;
            }
            else
            {
                pushes[lastPush[v]] = push with { Amount = push.Amount - amount };
            }
        }
    }

    /// <summary>What came to a node in this phase: over which arc, and which push came before it.</summary>
    private readonly record struct Push(int Slot, int Before, T Amount);
}
