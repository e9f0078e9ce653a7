namespace FinInvest.Graph.Model.Results;

/// <summary>What one rule says of one target (an acquisition "X0#0", or "balance:ACCOUNT").</summary>
/// <param name="Traced">tau: claim money of the scored acts that the cost lines received.</param>
/// <param name="Origin">The same in units of the proceeds (definitions B3).</param>
/// <param name="Paid">Composition the cost lines received.</param>
/// <param name="Held">What is there at the as-of date, where it differs from Paid; else null.</param>
/// <param name="Flow">Null where the rule has no unique flow or nothing was traced.</param>
public sealed record TargetTrace(string Target, string Currency, long Cost, long Traced, long Origin, IReadOnlyList<OwnedAmount> Paid, IReadOnlyList<OwnedAmount>? Held, TracedFlow? Flow)
{
    public Ratio Reach => new(Traced, Cost);
}
