using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace FinInvest.Graph.Network;

/// <summary>
/// A directed multigraph whose edges leave and arrive at places of one common order. Edge e may be followed by f at the same node iff
/// Arrive(e) &lt; Depart(f). Arcs out of a node are ordered by Depart, arcs into it by Arrive.
/// </summary>
public sealed class TemporalGraph
{
    private readonly int[] outStart;
    private readonly int[] inStart;
    private readonly TemporalArc[] outArcs;
    private readonly TemporalArc[] inArcs;

    /// <param name="places">All places are in [0, places), and no two departures (and no two arrivals) share one.</param>
    public TemporalGraph(int count, int places, int[] from, int[] to, int[] depart, int[] arrive, long[] weight)
    {
        Count = count;
        EdgeCount = from.Length;
        (int[] Start, TemporalArc[] Arcs) outward = ([], []), inward = ([], []);
        try
        {
            Parallel.Invoke(() => outward = Rows(count, places, from, to, depart, depart, arrive, weight), () => inward = Rows(count, places, to, from, arrive, depart, arrive, weight));
        }
        catch (AggregateException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }

        (outStart, outArcs, inStart, inArcs) = (outward.Start, outward.Arcs, inward.Start, inward.Arcs);
    }

    /// <summary>Number of nodes.</summary>
    public int Count { get; }

    public int EdgeCount { get; }

    /// <summary>Arcs out of a node, ascending Depart.</summary>
    public ReadOnlySpan<TemporalArc> Out(int node) => outArcs.AsSpan(outStart[node], outStart[node + 1] - outStart[node]);

    /// <summary>Arcs into a node, ascending Arrive; Neighbor is the tail.</summary>
    public ReadOnlySpan<TemporalArc> In(int node) => inArcs.AsSpan(inStart[node], inStart[node + 1] - inStart[node]);

    public int OutDegree(int node) => outStart[node + 1] - outStart[node];

    public int InDegree(int node) => inStart[node + 1] - inStart[node];

    /// <summary>Arcs out of a node that leave after a place.</summary>
    public ReadOnlySpan<TemporalArc> OutAfter(int node, int place)
    {
        var arcs = Out(node);
        int low = 0, high = arcs.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (arcs[middle].Depart > place)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return arcs[low..];
    }

    /// <summary>Arcs into a node that arrive before a place.</summary>
    public ReadOnlySpan<TemporalArc> InBefore(int node, int place)
    {
        var arcs = In(node);
        int low = 0, high = arcs.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (arcs[middle].Arrive < place)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return arcs[..low];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (int[] Start, TemporalArc[] Arcs) Rows(int count, int places, int[] near, int[] far, int[] key, int[] depart, int[] arrive, long[] weight)
    {
        var edgeAt = new int[places];
        edgeAt.AsSpan().Fill(-1);
        var start = new int[count + 1];
        for (var e = 0; e < near.Length; e++)
        {
            if (edgeAt[key[e]] >= 0 || arrive[e] <= depart[e])
            {
                throw new ArgumentException($"Edge {e} leaves at {depart[e]} and arrives at {arrive[e]}: not after, or the place is taken by another edge.", nameof(key));
            }

            edgeAt[key[e]] = e;
            start[near[e] + 1]++;
        }

        for (var v = 0; v < count; v++)
        {
            start[v + 1] += start[v];
        }

        var next = start.AsSpan(0, count).ToArray();
        var arcs = new TemporalArc[near.Length];
        foreach (var e in edgeAt)
        {
            if (e >= 0)
            {
                arcs[next[near[e]]++] = new TemporalArc(e, far[e], depart[e], arrive[e], weight[e]);
            }
        }

        return (start, arcs);
    }
}
