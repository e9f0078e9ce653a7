namespace FinInvest.Graph.Model.Results;

/// <summary>Everything Assess says of one target under one rule and profile. Four numbers, never blended.</summary>
public sealed record Assessment(string Target, string Rule, string Profile, string Scheme, Ratio Reach, Ratio Floor, SupportResult Support, string HighestTier, IReadOnlyList<TierResult> Tiers,
    IReadOnlyList<IndicatorValue> Indicators, IReadOnlyList<ElementOpinion> Elements, IReadOnlyList<EvidenceWeight> Weights, IReadOnlyList<WithoutRow> Without,
    IReadOnlyList<string> Refused);
