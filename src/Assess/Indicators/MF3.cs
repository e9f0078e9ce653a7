namespace FinInvest.Graph.Assess.Indicators;

/// <summary>MF-3 Assumption sensitivity: (largest tau - smallest tau) / cost over the profile's conserving rules and the order modes (definitions H9, D6).</summary>
internal sealed class MF3 : IIndicator
{
    private const string Statement = "statement";

    public string Code => "MF-3";
    public string Name => "Assumption sensitivity";

    public IndicatorValue Measure(AssessmentContext context)
    {
        var request = context.Request;
        var allowed = request.Profile.Rules.ToHashSet(StringComparer.Ordinal);
        var traced = request.ProfileRules.Append(request.Trace).Where(r => r.Conserving && allowed.Contains(r.Rule)).DistinctBy(r => (r.Rule, r.OrderMode))
            .Select(r => (r.Rule, r.OrderMode, Target: r.Targets.FirstOrDefault(t => t.Target == request.Target))).Where(r => r.Target is not null)
            .OrderBy(r => r.Rule, StringComparer.Ordinal).ThenBy(r => r.OrderMode == Statement ? "" : r.OrderMode, StringComparer.Ordinal).ToList();
        var missing = request.Profile.Rules.Where(r => !traced.Any(t => t.Rule == r && t.OrderMode == Statement)).ToList();
        if (missing.Count > 0)
        {
            return new IndicatorValue(Code, Name, null, "n/a", $"Not every rule of the profile was run in statement order: {string.Join(", ", missing)} missing.", []);
        }

        var (least, most) = (traced.MinBy(t => t.Target!.Traced), traced.MaxBy(t => t.Target!.Traced));
        var ratio = new Ratio(most.Target!.Traced - least.Target!.Traced, context.Target.Cost);
        var note = request.OrderNote.Length > 0 ? " " + request.OrderNote : "";
        return new IndicatorValue(Code, Name, ratio.Value, ratio.ToString(),
            $"Between {context.Amount(least.Target.Traced)} ({least.Rule}, {least.OrderMode} order) and {context.Amount(most.Target.Traced)} ({most.Rule}, {most.OrderMode} order).{note}",
            [.. traced.Select(t => t.Rule).Distinct(StringComparer.Ordinal)]);
    }
}
