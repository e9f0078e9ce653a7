namespace FinInvest.Graph.Assess.Indicators;

/// <summary>MF-6 Record completeness: days covered by reconciled statements / days from each corridor account's opening to its last corridor debit.</summary>
internal sealed class MF6 : IIndicator
{
    public string Code => "MF-6";
    public string Name => "Record completeness";

    public IndicatorValue Measure(AssessmentContext context)
    {
        var coverage = context.Coverage;
        var ratio = new Ratio(coverage.Covered, coverage.Needed);
        var lacking = coverage.Accounts.Where(a => a.Covered < a.Needed).ToList();
        var reason = coverage.Accounts.Count == 0 ? "No account lies between the proceeds and the target."
            : lacking.Count == 0 ? $"All {coverage.Needed} days of {coverage.Accounts.Count} accounts are covered by reconciled statements."
            : string.Join("; ", lacking.Select(a => $"{a.Account}: {a.Covered} of {a.Needed} days ({a.Period})")) + ".";
        return new IndicatorValue(Code, Name, ratio.Value, ratio.Value is { } value ? AssessmentContext.Text(value) : "n/a", reason, [.. coverage.Accounts.Select(a => a.Account)]);
    }
}
