namespace FinInvest.Graph.Model.Results;

/// <summary>One tier: passed, failed or not assessed, with every gate.</summary>
public sealed record TierResult(string Tier, string State, IReadOnlyList<GateResult> Gates);
