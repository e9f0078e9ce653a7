namespace FinInvest.Graph.Model.Results;

/// <summary>The k best paths to a target: n shown of N, and what was cut and why.</summary>
/// <param name="Leads">Association paths, fewest steps first (definitions F3): leads (T0), never ranked with the paths. Null where none were asked for.</param>
/// <param name="LeadsCut">How many leads of how many, what was cut and why.</param>
public sealed record PathResult(string Target, string Key, IReadOnlyList<AssetPath> Paths, long Found, long Chains, string Cut = "",
    IReadOnlyList<AssetPath>? Leads = null, string LeadsCut = "");
