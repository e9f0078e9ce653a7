namespace FinInvest.Graph.Model.Results;

/// <summary>One point of the evidence curve: of the traced amount, what is carried by hops whose proof is of this tier or better (definitions H10).</summary>
/// <param name="ProofTier">"C1", "C2" or "C3".</param>
/// <param name="Amount">Exact minor units that still reach the target.</param>
/// <param name="Share">Amount / tau.</param>
public sealed record ProvedAtTier(string ProofTier, Ratio Amount, Ratio Share);
