namespace FinInvest.Graph.Assess.Profiles;

/// <summary>What the gates of the tiers need (definitions H11), as fractions of 1.</summary>
/// <param name="Continuity">MF-4 of T1, at least.</param>
/// <param name="Identity">OC-5 of T1, at least, for every person on the best path.</param>
/// <param name="OffenceForFreezing">CO-1 of T1, at least.</param>
/// <param name="OffenceForVerdict">CO-1 of T4, at least.</param>
/// <param name="Support">S_lo of T3 must be above it; so must S_lo without any defective item (T4).</param>
/// <param name="Completeness">MF-6 of T3, at least.</param>
/// <param name="Shield">CG-3 of T3 must be below it.</param>
/// <param name="Quantum">CO-2 of T4, at least.</param>
public sealed record GateThresholds(decimal Continuity, decimal Identity, decimal OffenceForFreezing, decimal OffenceForVerdict, decimal Support, decimal Completeness,
    decimal Shield, decimal Quantum);
