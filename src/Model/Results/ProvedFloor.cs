namespace FinInvest.Graph.Model.Results;

/// <summary>
/// The evidence-proof floor at one tier of proof (definitions E7): what holds under every conserving rule when criminal money that crosses a hop which is not
/// proved at the tier or better counts as clean from there on.
/// </summary>
/// <param name="ProofTier">"C1", "C2" or "C3" (definitions H10).</param>
/// <param name="Lower">L of the recorded order, in minor units.</param>
/// <param name="Floor">What holds whatever the order inside a day, in minor units.</param>
public sealed record ProvedFloor(string ProofTier, long Lower, long Floor);
