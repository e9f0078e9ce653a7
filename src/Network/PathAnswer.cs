namespace FinInvest.Graph.Network;

/// <summary>The best paths in order, and how complete that is.</summary>
/// <param name="Sequences">Paths counted in all; at least that many when not <paramref name="Counted"/>.</param>
/// <param name="Chains">Chains counted in all.</param>
/// <param name="Exact">The search ended within its work; else there may be better paths.</param>
/// <param name="Counted">The count of paths and chains is complete.</param>
/// <param name="TiesCut">More paths tie with the last one than were asked for.</param>
/// <param name="Work">Arcs looked at by the search.</param>
public sealed record PathAnswer(IReadOnlyList<FoundPath> Paths, long Sequences, long Chains, bool Exact, bool Counted, bool TiesCut, long Work);
