namespace FinInvest.Graph.Model.Results;

/// <summary>Who owns a company, account or asset at a date, as effective interests; the undeclared rest is "unknown".</summary>
public sealed record OwnershipResult(string Target, Day At, IReadOnlyList<OwnerShare> Owners, double UnknownLow, double UnknownHigh, bool HasCycle, IReadOnlyList<string> Notes);
