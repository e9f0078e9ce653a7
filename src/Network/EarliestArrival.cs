using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FinInvest.Graph.Network;

/// <summary>
/// When money that leaves a node after a place can be at each other node, by places alone: one pass over the edges in order of arrival.
/// <code>
///  left[v] = most edges that may still follow at v, plus one      (0 = not reached)
///  an edge is looked into only where it would raise left of its head; any other costs two bytes and a comparison
/// </code>
/// Keeps its columns between searches; one instance serves one search at a time.
/// </summary>
public sealed class EarliestArrival
{
    /// <summary>Value for a node that is not reached, and for no limit.</summary>
    public const int Never = int.MaxValue;

    /// <summary>Most edges that a limited search may be given.</summary>
    public const int HopsLimit = 250;

    private readonly int[] from;
    private readonly int[] to;
    private readonly int[] depart;
    private readonly int[] arrive;
    /// <summary>Some edge is under way while another arrives.</summary>
    private readonly bool overlap;
    private readonly byte[] left;
    private readonly int[] arrival;
    private readonly int[] lastGain;
    private readonly List<Gain> gains = [];

    /// <param name="count">Number of nodes.</param>
    /// <param name="arrive">Ascending; the other columns go with it. Every edge arrives after it departs. The columns are kept, not copied.</param>
    public EarliestArrival(int count, int[] from, int[] to, int[] depart, int[] arrive)
    {
        if (from.Length != arrive.Length || to.Length != arrive.Length || depart.Length != arrive.Length)
        {
            throw new ArgumentException("The columns of the edges differ in length.", nameof(arrive));
        }

        for (var e = 0; e < from.Length; e++)
        {
            if ((uint)from[e] >= (uint)count || (uint)to[e] >= (uint)count || depart[e] >= arrive[e] || (e > 0 && arrive[e] < arrive[e - 1]))
            {
                throw new ArgumentException($"Edge {e} does not fit: it joins {from[e]} and {to[e]} of {count} nodes, leaves at {depart[e]} and arrives at {arrive[e]}.", nameof(arrive));
            }

            overlap |= arrive[e] != depart[e] + 1 || (e > 0 && arrive[e - 1] >= depart[e]);
        }

        (this.from, this.to, this.depart, this.arrive) = (from, to, depart, arrive);
        left = new byte[count];
        arrival = new int[count];
        lastGain = new int[count];
    }

    /// <summary>Number of nodes the last search reached, the start not counted.</summary>
    public int Reached { get; private set; }

    /// <summary>Place at which the last search reached a node first; the start has the place it was given, a node out of reach <see cref="Never"/>.</summary>
    public int this[int node] => left[node] == 0 ? Never : arrival[node];

    /// <summary>Finds the earliest arrival everywhere, over any number of edges.</summary>
    /// <param name="start">Node that is left after <paramref name="place"/>.</param>
    /// <param name="until">Edges that arrive at or after it are left out.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Search(int start, int place, int until = Never)
    {
        Begin(start, place, 1);
        var (first, end) = Range(place, until);
        var found = 0;
        ref var reached = ref MemoryMarshal.GetArrayDataReference(left);
        ref var tail = ref MemoryMarshal.GetArrayDataReference(from);
        ref var head = ref MemoryMarshal.GetArrayDataReference(to);

        // Nodes were checked on the way in: without checks of its own the loop takes two thirds of the time.
        for (nint e = first; e < end; e++)
        {
            if (Unsafe.Add(ref reached, Unsafe.Add(ref tail, e)) <= Unsafe.Add(ref reached, Unsafe.Add(ref head, e)))
            {
                continue;
            }

            if (!overlap || arrival[from[e]] < depart[e])
            {
                left[to[e]] = 1;
                arrival[to[e]] = arrive[e];
                found++;
            }
        }

        Reached = found;
    }

    /// <summary>The same over at most a number of edges.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Search(int start, int place, int hopsMax, int until)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(hopsMax);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hopsMax, HopsLimit);
        Begin(start, place, (byte)(hopsMax + 1));
        var (first, end) = Range(place, until);
        ref var most = ref MemoryMarshal.GetArrayDataReference(left);
        ref var tail = ref MemoryMarshal.GetArrayDataReference(from);
        ref var head = ref MemoryMarshal.GetArrayDataReference(to);
        for (nint e = first; e < end; e++)
        {
            var now = Unsafe.Add(ref most, Unsafe.Add(ref tail, e));
            if (now <= Unsafe.Add(ref most, Unsafe.Add(ref head, e)) + 1)
            {
                continue;
            }

            var then = overlap ? LeftBefore(from[e], depart[e]) : now;
            if (then > left[to[e]] + 1)
            {
                Reach(to[e], (byte)(then - 1), arrive[e]);
            }
        }
    }

    private void Begin(int start, int place, byte most)
    {
        Array.Clear(left);
        gains.Clear();
        arrival[start] = place;
        left[start] = most;
        lastGain[start] = -1;
        Reached = 0;
        if (overlap)
        {
            Note(start, most, place);
        }
    }

    private void Reach(int node, byte most, int place)
    {
        if (left[node] == 0)
        {
            Reached++;
            arrival[node] = place;
            if (overlap)
            {
                lastGain[node] = -1;
            }
        }

        left[node] = most;
        if (overlap)
        {
            Note(node, most, place);
        }
    }

    private void Note(int node, byte most, int place)
    {
        gains.Add(new Gain(place, most, lastGain[node]));
        lastGain[node] = gains.Count - 1;
    }

    /// <summary>What may follow at a node as of a place: an edge under way may have left before the node's last gain.</summary>
    private byte LeftBefore(int node, int place)
    {
        for (var g = lastGain[node]; g >= 0; g = gains[g].Before)
        {
            if (gains[g].Place < place)
            {
                return gains[g].Left;
            }
        }

        return 0;
    }

    /// <summary>An edge leaves after the place, and arrives later still.</summary>
    private (int First, int End) Range(int place, int until) => (LowerBound(place + 2), until == Never ? arrive.Length : LowerBound(until));

    private int LowerBound(int place)
    {
        int low = 0, high = arrive.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (arrive[middle] < place)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>More edges may follow at a node since a place.</summary>
    private readonly record struct Gain(int Place, byte Left, int Before);
}
