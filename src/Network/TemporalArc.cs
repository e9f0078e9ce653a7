namespace FinInvest.Graph.Network;

/// <summary>An arc as seen from one end: what a search needs of it lies together in memory.</summary>
/// <param name="Edge">Index of the edge.</param>
/// <param name="Neighbor">The node at the other end.</param>
/// <param name="Depart">Place at which it leaves its tail.</param>
/// <param name="Arrive">Place at which it enters its head; above Depart.</param>
public readonly record struct TemporalArc(int Edge, int Neighbor, int Depart, int Arrive, long Weight);
