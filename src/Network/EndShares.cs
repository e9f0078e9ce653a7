using System.Buffers;
using System.Runtime.CompilerServices;

namespace FinInvest.Graph.Network;

/// <summary>
/// For every node at once, with what share a walk from it ends at each end (a node without arcs): what <see cref="AbsorbingWalk.Hits"/> says of the
/// ends, made for the whole graph in one pass. Each row is the sum of the rows its arcs lead to, so that no chain is walked twice:
/// <code>
///  row(v) = sum over arcs v -> w of share * row(w)      components in reverse topological order; a loop is solved inside its component
/// </code>
/// </summary>
public sealed class EndShares
{
    /// <summary>Shares below it are left out of a row.</summary>
    public const double Least = 1e-12;

    private const int IsEnd = -1;
    private const int SmallMax = 12;

    private readonly Adjacency graph;
    private readonly double[] share;
    private readonly int[] component;
    private readonly Row[] rows;
    private double[] sum;
    private EndShare[] parts;
    private int[] touched = new int[64];
    private int touchedCount;
    private int used;

    /// <param name="share">Share of each arc, aligned with <see cref="Adjacency.Neighbor"/>; at least 0, and at most 1 in sum at every node.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public EndShares(Adjacency graph, double[] share)
    {
        this.graph = graph;
        this.share = share;
        rows = new Row[graph.Count];
        sum = ArrayPool<double>.Shared.Rent(graph.Count);
        Array.Clear(sum);
        parts = GC.AllocateUninitializedArray<EndShare>(graph.Count * 2);
        var components = StronglyConnectedComponents.Find(graph);
        component = components.Component;
        var start = new int[components.Count + 1];
        foreach (var c in component)
        {
            start[c + 1]++;
        }

        for (var c = 0; c < components.Count; c++)
        {
            start[c + 1] += start[c];
        }

        var members = ArrayPool<int>.Shared.Rent(graph.Count);
        var next = start.AsSpan(0, components.Count).ToArray();
        for (var v = 0; v < graph.Count; v++)
        {
            members[next[component[v]]++] = v;
        }

        LoopWork? work = null;
        for (var c = 0; c < components.Count; c++)
        {
            var nodes = members.AsSpan(start[c], start[c + 1] - start[c]);
            if (nodes.Length > 1 || graph.Out(nodes[0]).Contains(nodes[0]))
            {
                Loop(nodes.ToArray(), work ??= new LoopWork(new double[graph.Count], new double[graph.Count]));
                continue;
            }

            // An end has no row: whoever leads to it adds it by itself.
            if (graph.Start[nodes[0]] == graph.Start[nodes[0] + 1])
            {
                rows[nodes[0]] = new Row(IsEnd, 0);
                continue;
            }

            if (!KeepSmall(nodes[0]))
            {
                AddArcs(nodes[0], 1, -1);
                Keep(nodes[0]);
            }
        }

        ArrayPool<int>.Shared.Return(members);
        ArrayPool<double>.Shared.Return(sum);
        sum = [];
    }

    /// <summary>Where a walk from a node ends, in no stated order; nothing for an end itself.</summary>
    public ReadOnlySpan<EndShare> Of(int node) => rows[node].Start == IsEnd ? [] : parts.AsSpan(rows[node].Start, rows[node].Length);

    /// <summary>
    /// Writes a row of few ends where it will lie, looking for each end among those already there: half the time of the sums, which are
    /// scattered over memory. False (and nothing kept) when there are more.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool KeepSmall(int node)
    {
        if (used + SmallMax > parts.Length)
        {
            Array.Resize(ref parts, (parts.Length * 2) + SmallMax);
        }

        var into = parts.AsSpan(used, SmallMax);
        var kept = parts;
        var count = 0;
        for (var i = graph.Start[node]; i < graph.Start[node + 1]; i++)
        {
            var neighbor = graph.Neighbor[i];
            var row = rows[neighbor];
            if (row.Start == IsEnd)
            {
                if (!Merge(into, ref count, neighbor, share[i]))
                {
                    return false;
                }

                continue;
            }

            if (row.Length > SmallMax)
            {
                return false;
            }

            foreach (ref readonly var part in kept.AsSpan(row.Start, row.Length))
            {
                if (!Merge(into, ref count, part.End, share[i] * part.Share))
                {
                    return false;
                }
            }
        }

        var left = 0;
        for (var i = 0; i < count; i++)
        {
            if (into[i].Share > Least)
            {
                into[left++] = into[i] with { Share = Math.Min(1, into[i].Share) };
            }
        }

        rows[node] = new Row(used, left);
        used += left;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Merge(Span<EndShare> into, ref int count, int end, double part)
    {
        for (var i = 0; i < count; i++)
        {
            if (into[i].End == end)
            {
                into[i] = new EndShare(end, into[i].Share + part);
                return true;
            }
        }

        if (count == into.Length)
        {
            return false;
        }

        into[count++] = new EndShare(end, part);
        return true;
    }

    /// <summary>Adds to the sums what leaves a node for other components than <paramref name="inside"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddArcs(int node, double times, int inside)
    {
        var kept = parts;
        for (var i = graph.Start[node]; i < graph.Start[node + 1]; i++)
        {
            var neighbor = graph.Neighbor[i];
            if (inside >= 0 && component[neighbor] == inside)
            {
                continue;
            }

            var through = times * share[i];
            var row = rows[neighbor];
            if (row.Start == IsEnd)
            {
                Add(neighbor, through);
                continue;
            }

            foreach (ref readonly var part in kept.AsSpan(row.Start, row.Length))
            {
                Add(part.End, through * part.Share);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(int end, double part)
    {
        if (sum[end] == 0)
        {
            if (touchedCount == touched.Length)
            {
                Grow();
            }

            touched[touchedCount++] = end;
        }

        sum[end] += part;
    }

    private void Grow() => Array.Resize(ref touched, touchedCount * 2);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Keep(int node)
    {
        if (used + touchedCount > parts.Length)
        {
            Array.Resize(ref parts, (parts.Length * 2) + touchedCount);
        }

        var start = used;
        for (var i = 0; i < touchedCount; i++)
        {
            ref var value = ref sum[touched[i]];
            if (value > Least)
            {
                parts[used++] = new EndShare(touched[i], Math.Min(1, value));
            }

            value = 0;
        }

        rows[node] = new Row(start, used - start);
        touchedCount = 0;
    }

    /// <summary>Nobody ever leaves a closed loop: its walks end nowhere and its rows stay empty.</summary>
    private void Loop(int[] nodes, LoopWork work)
    {
        if (AbsorbingWalk.IsClosed(graph, share, component, nodes))
        {
            return;
        }

        var solver = new LoopSolver(graph, share, nodes);
        foreach (var v in nodes)
        {
            work.Entry[v] = 1;
            solver.Visits(work.Entry, work.Visits, AbsorbingWalk.SweepsMax, AbsorbingWalk.Enough);
            work.Entry[v] = 0;
            foreach (var w in nodes)
            {
                AddArcs(w, work.Visits[w], component[w]);
            }

            Keep(v);
        }
    }

    /// <summary>Where a node's parts lie.</summary>
    private readonly record struct Row(int Start, int Length);

    private sealed record LoopWork(double[] Entry, double[] Visits);
}
