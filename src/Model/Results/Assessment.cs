namespace FinInvest.Graph.Model.Results;

/// <summary>Everything Assess says of one target under one rule and profile. Four numbers, never blended.</summary>
/// <param name="Refused">Why Support is n/a or 0, and exactly what to type.</param>
/// <param name="ProfileLines">The profile and its scheme, whole, line by line, to be printed with the result.</param>
/// <param name="EvidenceCurve">What still reaches the target over hops of at least each tier of proof; needs no probabilities.</param>
public sealed record Assessment(string Target, string Rule, string Profile, string Scheme, Ratio Reach, Ratio Floor, SupportResult Support, string HighestTier, IReadOnlyList<TierResult> Tiers,
    IReadOnlyList<IndicatorValue> Indicators, IReadOnlyList<ElementOpinion> Elements, IReadOnlyList<EvidenceWeight> Weights, IReadOnlyList<WithoutRow> Without,
    IReadOnlyList<string> Refused, IReadOnlyList<string>? ProfileLines = null, IReadOnlyList<ProvedAtTier>? EvidenceCurve = null);
