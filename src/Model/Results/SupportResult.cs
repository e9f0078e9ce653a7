namespace FinInvest.Graph.Model.Results;

/// <summary>S for one target under one rule (definitions H6).</summary>
/// <param name="LowExact">Exact fraction "p/q" where it is short, else "".</param>
/// <param name="Beta">Bottleneck (H7); null when n/a.</param>
/// <param name="WeakestHop">Index into the flow's hops that the link cannot do without; -1 when none.</param>
public sealed record SupportResult(double Theta, long Traced, double? Low, double? High, string LowExact, double ErrorLow, double ErrorHigh, double? Beta, int WeakestHop, int Variables,
    IReadOnlyList<double> HopBelief);
