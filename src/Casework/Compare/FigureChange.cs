namespace FinInvest.Graph.Casework.Compare;

/// <summary>One figure of an asset that differs between two versions.</summary>
/// <param name="Target">The asset's acquisition, such as "FLAT#0".</param>
/// <param name="Code">What it is: "cost", "traced:RULE", "lower", "upper-recorded", "upper-out", "floor", "rule", "support-low", "support-high", "bottleneck", "tier".</param>
/// <param name="Before">Its value at the version told from; empty where the case had none.</param>
/// <param name="Steps">Where it changed on the way, in the order told; more than one where it went through other values.</param>
public sealed record FigureChange(string Target, string Name, string Currency, string Code, string Before, string After, IReadOnlyList<FigureStep> Steps);
