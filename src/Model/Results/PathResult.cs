namespace FinInvest.Graph.Model.Results;

/// <summary>The k best paths to a target: n shown of N, and what was cut and why.</summary>
public sealed record PathResult(string Target, string Key, IReadOnlyList<AssetPath> Paths, long Found, long Chains, string Cut = "");
