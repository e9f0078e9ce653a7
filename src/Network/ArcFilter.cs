namespace FinInvest.Graph.Network;

/// <summary>Which edges a search may use, and how time moves along a chain.</summary>
internal readonly struct ArcFilter<TTimes>(TTimes times, PathQuery query, long weightMin, long latest)
    where TTimes : struct, IEdgeTimes
{
    private readonly bool timed = query.Window is not null || latest != long.MaxValue;
    private readonly TimeInterval window = query.Window ?? new TimeInterval(long.MinValue, long.MaxValue);

    public TTimes Times => times;

    public long WeightMin => weightMin;

    /// <summary>No chain may arrive later.</summary>
    public long Latest => latest;

    /// <summary>A chain has to carry its moment: places alone do not tell.</summary>
    public bool Timed { get; } = query.Ordered && (!times.FollowPlaces || query.Timed || query.Ranking == PathRanking.Arrival);

    public bool Admits(in TemporalArc arc)
    {
        if (arc.Weight < weightMin)
        {
            return false;
        }

        if (!timed)
        {
            return true;
        }

        var arrival = times.Arrival(arc.Edge);
        return arrival.Low <= latest && arrival.High <= window.High && times.Departure(arc.Edge).Low >= window.Low;
    }

    /// <summary>Moves a chain's moment over an edge; false when it cannot be in time.</summary>
    public bool Advance(int edge, ref long moment)
    {
        if (!Timed)
        {
            return true;
        }

        return Within(times.Departure(edge), ref moment) && Within(times.Arrival(edge), ref moment) && moment <= latest;
    }

    /// <summary>The scan of one interval: not before its first moment, not after its last.</summary>
    public static bool Within(TimeInterval interval, ref long moment)
    {
        moment = Math.Max(moment, interval.Low);
        return moment <= interval.High;
    }

    /// <summary>False when a chain that arrived by one edge would wait too long for the next.</summary>
    public bool InGap(long arrivedLow, int edge) => query.GapMax is not { } gap || arrivedLow == long.MinValue || times.Departure(edge).Low - arrivedLow <= gap;
}
