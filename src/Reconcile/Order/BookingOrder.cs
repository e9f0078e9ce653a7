using FinInvest.Graph.Reconcile.Columns;

namespace FinInvest.Graph.Reconcile.Order;

/// <summary>
/// The order of one listing's rows (definitions A3, A5): the row order that reproduces the running balance, whichever way up the bank prints;
/// without balances the row order, brought into the order of booking days.
/// </summary>
internal static class BookingOrder
{
    /// <summary>Sides in booking order, and whether that order is evidence.</summary>
    public static (int[] Sides, bool Ordered) Arrange(PostingColumns c, int[] sides, bool ordered)
    {
        if (sides.Length == 0)
        {
            return (sides, ordered);
        }

        if (sides.All(s => c.BalanceOf(s) != PostingPage.NoBalance))
        {
            if (Chains(c, sides))
            {
                return (sides, true);
            }

            int[] upwards = [.. sides.Reverse()];
            if (Chains(c, upwards))
            {
                return (upwards, true);
            }

            ordered = false;
        }

        var (rising, falling) = Directions(c, sides);
        var arranged = rising ? sides : falling ? [.. sides.Reverse()] : [.. sides.OrderBy(c.DayOf)];
        return (ordered ? arranged : ByInstant(c, arranged), ordered);
    }

    /// <summary>Each printed balance is the one before plus the row.</summary>
    public static bool Chains(PostingColumns c, int[] sides)
    {
        for (var i = 1; i < sides.Length; i++)
        {
            if (c.BalanceOf(sides[i]) != c.BalanceOf(sides[i - 1]) + c.MinorOf(sides[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Days of at least two rows that their instants do not tell apart.</summary>
    /// <param name="days">The day column that orders the account: booking days, or value days where there is no statement.</param>
    public static HashSet<int>? UnevidencedDays(PostingColumns c, ReadOnlySpan<int> sides, int[]? days = null)
    {
        days ??= c.BookingDay;
        HashSet<int>? found = null;
        for (var i = 0; i < sides.Length;)
        {
            var end = DayEnd(days, sides, i);
            if (end - i > 1 && !InstantsDiffer(c, sides[i..end]))
            {
                (found ??= []).Add(days[sides[i] >> 1]);
            }

            i = end;
        }

        return found;
    }

    private static int DayEnd(int[] days, ReadOnlySpan<int> sides, int start)
    {
        var end = start + 1;
        while (end < sides.Length && days[sides[end] >> 1] == days[sides[start] >> 1])
        {
            end++;
        }

        return end;
    }

    private static bool InstantsDiffer(PostingColumns c, ReadOnlySpan<int> sides)
    {
        Span<long> instants = sides.Length <= 64 ? stackalloc long[sides.Length] : new long[sides.Length];
        for (var i = 0; i < sides.Length; i++)
        {
            instants[i] = c.Instant[sides[i] >> 1];
        }

        instants.Sort();
        for (var i = 0; i < instants.Length; i++)
        {
            if (instants[i] == Instant.None || (i > 0 && instants[i] == instants[i - 1]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Within a day whose rows all have different instants, these give the order.</summary>
    public static int[] ByInstant(PostingColumns c, int[] sides, int[]? days = null)
    {
        days ??= c.BookingDay;
        for (var i = 0; i < sides.Length;)
        {
            var end = DayEnd(days, sides, i);
            if (end - i > 1 && InstantsDiffer(c, sides.AsSpan(i, end - i)))
            {
                Array.Sort(sides, i, end - i, Comparer<int>.Create((a, b) => c.Instant[a >> 1].CompareTo(c.Instant[b >> 1])));
            }

            i = end;
        }

        return sides;
    }

    private static (bool Rising, bool Falling) Directions(PostingColumns c, int[] sides)
    {
        var (rising, falling) = (true, true);
        for (var i = 1; i < sides.Length; i++)
        {
            rising &= c.DayOf(sides[i - 1]) <= c.DayOf(sides[i]);
            falling &= c.DayOf(sides[i - 1]) >= c.DayOf(sides[i]);
        }

        return (rising, falling);
    }
}
