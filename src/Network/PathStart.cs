namespace FinInvest.Graph.Network;

/// <summary>Where a path may begin: it leaves the node after a place and not before a moment.</summary>
/// <param name="Id">The caller's own number.</param>
public readonly record struct PathStart(int Node, int Place, long Weight, long Low, int Id);
