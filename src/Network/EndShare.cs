namespace FinInvest.Graph.Network;

/// <summary>An end of walks and the share of the walk that comes to it.</summary>
/// <param name="End">A node without arcs.</param>
/// <param name="Share">0 to 1.</param>
public readonly record struct EndShare(int End, double Share);
