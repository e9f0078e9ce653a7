using System.Runtime.InteropServices;

namespace FinInvest.Graph.Network;

/// <summary>
/// How many chains over one node sequence are in which state after its last edge: place, moment, and how long they may still wait.
/// Chains in the same state are one entry, so counting costs states, not chains.
/// </summary>
internal sealed class ChainStates<TTimes>(PathQuery query, ArcFilter<TTimes> filter)
    where TTimes : struct, IEdgeTimes
{
    private readonly bool plain = !filter.Timed && query.GapMax is null;

    /// <summary>One state; Head tells apart lists that are kept together, Sum runs over all entries of a list up to this one.</summary>
    internal readonly record struct State(int Head, int Place, long Moment, long ArrivedLow, long Count, long Sum) : IComparable<State>
    {
        public int CompareTo(State other)
        {
            var c = Head.CompareTo(other.Head);
            c = c != 0 ? c : Place.CompareTo(other.Place);
            return c != 0 ? c : Moment.CompareTo(other.Moment);
        }
    }

    /// <summary>Long.MaxValue stands for that many or more.</summary>
    public static long Add(long a, long b) => a > long.MaxValue - b ? long.MaxValue : a + b;

    /// <summary>States at a node before the first edge.</summary>
    public void Begin(int node, List<State> into)
    {
        into.Clear();
        foreach (var s in query.Starts)
        {
            if (s.Node == node && s.Weight >= filter.WeightMin)
            {
                into.Add(new State(node, query.Ordered ? s.Place : -1, filter.Timed ? s.Low : 0, query.GapMax is null ? 0 : s.ArrivedLow, 1, 0));
            }
        }

        Settle(into);
    }

    /// <summary>Adds the states in which chains are after one more edge.</summary>
    /// <returns>Entries looked at.</returns>
    public int Extend(ReadOnlySpan<State> states, in TemporalArc arc, List<State> into)
    {
        var place = query.Ordered ? arc.Arrive : -1;
        var before = Before(states, arc.Depart);
        if (plain)
        {
            if (before > 0)
            {
                into.Add(new State(arc.Neighbor, place, 0, 0, states[before - 1].Sum, 0));
            }

            return 1;
        }

        var low = query.GapMax is null ? 0 : filter.Times.Arrival(arc.Edge).Low;
        for (var i = 0; i < before; i++)
        {
            var moment = states[i].Moment;
            if (filter.InGap(states[i].ArrivedLow, arc.Edge) && filter.Advance(arc.Edge, ref moment))
            {
                into.Add(new State(arc.Neighbor, place, moment, low, states[i].Count, 0));
            }
        }

        return before + 1;
    }

    /// <summary>Sorts, joins equal states and sums, list by list.</summary>
    public static void Settle(List<State> states)
    {
        states.Sort();
        var span = CollectionsMarshal.AsSpan(states);
        var kept = 0;
        for (var i = 0; i < span.Length; i++)
        {
            var s = span[i];
            if (kept > 0 && span[kept - 1] is var last && last.Head == s.Head && last.Place == s.Place && last.Moment == s.Moment && last.ArrivedLow == s.ArrivedLow)
            {
                span[kept - 1] = last with { Count = Add(last.Count, s.Count), Sum = Add(last.Sum, s.Count) };
                continue;
            }

            var sum = kept > 0 && span[kept - 1].Head == s.Head ? span[kept - 1].Sum : 0;
            span[kept++] = s with { Sum = Add(sum, s.Count) };
        }

        CollectionsMarshal.SetCount(states, kept);
    }

    /// <summary>Chains that may end at one of the ends.</summary>
    public long Ended(ReadOnlySpan<State> states)
    {
        long chains = 0;
        foreach (var e in query.Ends)
        {
            if (states.IsEmpty || e.Node != states[0].Head)
            {
                continue;
            }

            var before = Before(states, e.Place);
            for (var i = 0; i < before; i++)
            {
                if (ChainEnd.Admits(e, query, filter, states[i].Moment, states[i].ArrivedLow, out _))
                {
                    chains = Add(chains, states[i].Count);
                }
            }
        }

        return chains;
    }

    private int Before(ReadOnlySpan<State> states, int place)
    {
        if (!query.Ordered)
        {
            return states.Length;
        }

        int low = 0, high = states.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (states[middle].Place < place)
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
}
