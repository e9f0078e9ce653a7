namespace FinInvest.Graph.Network.Flow;

/// <summary>What a node becomes when a network is reduced to one question.</summary>
public enum NodeRole : byte
{
    Inner = 0,

    /// <summary>Merged into the one source; arcs into it are dropped.</summary>
    Source = 1,

    /// <summary>Merged into the one target; arcs out of it are dropped.</summary>
    Target = 2,

    /// <summary>Left out with all its arcs.</summary>
    Absent = 3,
}
