using System.Globalization;
using FinInvest.Graph.Casework.ReviewScores;

namespace FinInvest.Graph.Casework.Compare;

/// <summary>The figures of one asset at one version, by code, in the order people read them.</summary>
internal sealed record AssetFigures(string Target, string Name, string Currency, IReadOnlyList<KeyValuePair<string, string>> Values)
{
    /// <param name="asset">Only this asset or acquisition; null = every asset of the case.</param>
    /// <param name="rule">The rule of support and tier; null = the one a decision locks, else the one the profile suggests.</param>
    /// <exception cref="CaseRefusalException">The case cannot be rated at this version.</exception>
    public static IReadOnlyList<AssetFigures> Read(CaseReview review, string? asset, string? rule)
    {
        var facts = review.File.Facts;
        IReadOnlyList<string> targets = [.. review.File.Reconciliation.Register.Acquisitions.Where(a => asset is null || a.Asset == asset || a.Key == asset).Select(a => a.Key)];
        if (targets.Count == 0)
        {
            return [];
        }

        var bounds = review.Bounds(targets);
        var traces = review.Compare(targets);
        var names = facts.All<Asset>().ToDictionary(a => a.Id, a => a.Name, StringComparer.Ordinal);
        var figures = new List<AssetFigures>();
        foreach (var group in targets.GroupBy(t => rule ?? RuleLocks.Of(facts, t)?.Value ?? review.Profile().SuggestedRule, StringComparer.Ordinal))
        {
            foreach (var rated in review.Assess(group.Key, [.. group], bounds))
            {
                var of = traces.Select(t => (t.Rule, Target: t.Targets.First(x => x.Target == rated.Target))).ToList();
                var values = Read(review, of, bounds.First(b => b.Target == rated.Target), rated);
                figures.Add(new AssetFigures(rated.Target, names.GetValueOrDefault(rated.Target.Split('#')[0], ""), of[0].Target.Currency, values));
            }
        }

        return [.. figures.OrderBy(f => targets.ToList().IndexOf(f.Target))];
    }

    /// <summary>The value of a figure; "" where the asset has none.</summary>
    public string this[string code] => Values.FirstOrDefault(v => v.Key == code).Value ?? "";

    private static List<KeyValuePair<string, string>> Read(CaseReview review, IReadOnlyList<(string Rule, TargetTrace Target)> traces, BoundsResult bounds, Assessment rated)
    {
        var decimals = review.Decimals(traces[0].Target.Currency);
        string Amount(long minor) => Money.Format(minor, decimals, " ");
        return
        [
            new("cost", Amount(traces[0].Target.Cost)),
            .. traces.Select(t => new KeyValuePair<string, string>("traced:" + t.Rule, $"{Amount(t.Target.Traced)} ({t.Target.Reach})")),
            new("lower", Amount(bounds.Lower)), new("upper-recorded", Amount(bounds.UpperRecorded)), new("upper-out", Amount(bounds.UpperOut)), new("floor", Amount(bounds.Floor)),
            new("rule", rated.Rule), new("support-low", Number(rated.Support.Low)), new("support-high", Number(rated.Support.High)), new("bottleneck", Number(rated.Support.Beta)),
            new("tier", rated.HighestTier),
        ];
    }

    private static string Number(double? value) => value is { } v ? v.ToString("0.0000", CultureInfo.InvariantCulture) : "n/a";
}
