namespace FinInvest.Graph.Trace.Bounds;

/// <summary>How each hop of the money is proved, as the caller judges the evidence (definitions H10). Bounds know tiers, not evidence.</summary>
/// <param name="Names">The tiers, strictest first.</param>
/// <param name="Of">The place in <paramref name="Names"/> of the best tier at which a hop is proved; Names.Count or more = at none. Always the same answer for one hop.</param>
public sealed record HopTiers(IReadOnlyList<string> Names, Func<FlowHop, int> Of);
