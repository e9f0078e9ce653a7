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

        order = new int[counts[^1]];
        placeOf = new int[nodes];
        for (var v = 0; v < nodes; v++)
        {
            if (distance[v] >= 0 && distance[v] <= largest)
            {
                placeOf[v] = counts[largest - distance[v]];
                order[counts[largest - distance[v]]++] = v;
            }
        }

        excess = new T[nodes];
        next = start.AsSpan(0, nodes).ToArray();
        lastPush = new int[nodes];
        Array.Fill(lastPush, -1);
        blocked = new bool[nodes];
        pushes.Clear();
        active.Reset(order.Length);
        stuck.Reset(order.Length);
    }

    private bool Admissible(int u, int slot)
    {
        var v = head[slot];
        return left[slot] > T.Zero && distance[v] >= 0 && !blocked[v] && distance[u] == distance[v] + (u < v ? 0 : 1);
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
            PushOn(u, next[u], left[next[u]]);
        }
    }

    private void PushOn(int u, int slot, T amount)
    {
        var v = head[slot];
        left[slot] -= amount;
        left[twin[slot]] = checked(left[twin[slot]] + amount);
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
                var amount = T.Min(excess[u], left[next[u]]);
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
            var back = twin[push.Slot];
            left[push.Slot] += amount;
            left[back] -= amount;
            excess[v] -= amount;
            if (head[back] != begin)
            {
                excess[head[back]] = checked(excess[head[back]] + amount);
                stuck.Add(placeOf[head[back]]);
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
