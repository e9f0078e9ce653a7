namespace FinInvest.Graph.Network;

/// <summary>What makes one path better than another; then fewer hops; then the lower places of its edges, compared in turn.</summary>
public enum PathRanking
{
    /// <summary>Fewest hops.</summary>
    Hops = 0,

    /// <summary>Largest smallest weight.</summary>
    Width = 1,

    /// <summary>Earliest last moment.</summary>
    Arrival = 2,
}
