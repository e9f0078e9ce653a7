namespace FinInvest.Graph.Model.Results;

/// <summary>Who owns a company, account or asset at a date, as effective interests; the undeclared rest is "unknown".</summary>
/// <param name="CirclingLow">Of the unknown, the share that runs for ever in a circle of companies owned by nobody outside it, at the low ends of ranges; <paramref name="CirclingHigh"/> at the most.</param>
public sealed record OwnershipResult(string Target, Day At, IReadOnlyList<OwnerShare> Owners, double UnknownLow, double UnknownHigh, bool HasCycle, IReadOnlyList<string> Notes,
    double CirclingLow = 0, double CirclingHigh = 0);
