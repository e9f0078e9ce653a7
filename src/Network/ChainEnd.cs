namespace FinInvest.Graph.Network;

/// <summary>Whether a chain that is at an end's node in time may end there.</summary>
internal static class ChainEnd
{
    /// <summary>An end whose interval is open (High at its maximum) is a balance: it has no moment of its own and no gap before it.</summary>
    public static bool Admits<TTimes>(in PathEnd end, PathQuery query, in ArcFilter<TTimes> filter, long moment, long arrivedLow, out long after)
        where TTimes : struct, IEdgeTimes
    {
        after = moment;
        if (end.Weight < filter.WeightMin)
        {
            return false;
        }

        if (filter.Timed && (!ArcFilter<TTimes>.Within(end.Time, ref after) || after > filter.Latest))
        {
            return false;
        }

        return query.GapMax is not { } gap || end.Time.Low == long.MinValue || arrivedLow == long.MinValue || end.Time.Low - arrivedLow <= gap;
    }
}
