namespace FinInvest.Graph.Network;

/// <summary>Where a path may end: it must have reached the node before a place, and its last moment lies in an interval.</summary>
/// <param name="Id">The caller's own number.</param>
public readonly record struct PathEnd(int Node, int Place, long Weight, TimeInterval Time, int Id);
