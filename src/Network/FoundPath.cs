namespace FinInvest.Graph.Network;

/// <summary>One path: its nodes, its best chain of edges, and how many chains share the nodes.</summary>
/// <param name="Edges">One fewer than nodes.</param>
/// <param name="Start">Id of the chain's start; <paramref name="End"/> of its end.</param>
/// <param name="Width">Smallest weight on the chain, start and end included.</param>
/// <param name="Arrival">Earliest last moment of the chain.</param>
/// <param name="Chains">All chains over these nodes, this one included; long.MaxValue where there are more, -1 where counting was given up.</param>
public sealed record FoundPath(IReadOnlyList<int> Nodes, IReadOnlyList<int> Edges, int Start, int End, long Width, long Arrival, long Chains);
