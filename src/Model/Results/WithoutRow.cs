namespace FinInvest.Graph.Model.Results;

/// <summary>One line of the n-1 table: S_lo, the tier and what is lost when something is taken away.</summary>
/// <param name="Kind">"item", "root source" or "partner".</param>
public sealed record WithoutRow(string Kind, string What, double? SupportLow, double? Drop, string Tier, IReadOnlyList<string> OnlyProof);
