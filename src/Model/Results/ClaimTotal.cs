namespace FinInvest.Graph.Model.Results;

/// <summary>A claim's established proceeds in one currency, P (charged, less what is the same money), and what this rule newly labelled.</summary>
public sealed record ClaimTotal(string Claim, string Currency, long Charged, long NewlyLabelled);
