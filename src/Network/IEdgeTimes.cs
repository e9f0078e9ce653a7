namespace FinInvest.Graph.Network;

/// <summary>When an edge leaves and arrives, as the interval in which the true moment lies (a day, where only the day is known).</summary>
public interface IEdgeTimes
{
    /// <summary>True when the order of places alone makes every path consistent in time, so that no interval has to be looked at.</summary>
    bool FollowPlaces { get; }

    TimeInterval Departure(int edge);

    TimeInterval Arrival(int edge);
}
