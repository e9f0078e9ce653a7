namespace FinInvest.Graph.Assess.Indicators;

/// <summary>CO-1 Offence status: how firm the act is whose proceeds reached the target; of several acts the least firm.</summary>
internal sealed class CO1 : IIndicator
{
    public string Code => "CO-1";
    public string Name => "Offence status";

    public IndicatorValue Measure(AssessmentContext context)
    {
        var register = context.Request.Case.Register;
        var reached = context.Target.Paid.Where(p => p is { Class: OwnerClass.Claim, Minor: > 0 }).Select(p => p.Owner).ToHashSet(StringComparer.Ordinal);
        var acts = register.Owners.Claims.Where(c => reached.Count == 0 || reached.Contains(c.Label)).Select(c => c.Act).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (acts.Count == 0)
        {
            return new IndicatorValue(Code, Name, null, "n/a", "The case names no proceeds of an act.", []);
        }

        var known = context.Facts.All<Act>().ToLookup(a => a.Id, StringComparer.Ordinal);
        var rated = acts.Select(id => (Id: id, Status: known[id].FirstOrDefault()?.Status ?? "")).Select(a => (a.Id, a.Status, Grade: context.Scheme.OffenceStatus.FirstOrDefault(g => g.Grade == a.Status))).ToList();
        if (rated.FirstOrDefault(a => a.Grade is null) is { Id: not null } unknown)
        {
            return new IndicatorValue(Code, Name, null, "n/a", unknown.Status.Length == 0 ? $"Act {unknown.Id} has no status: fill the column status of acts.csv."
                : $"Status '{unknown.Status}' of act {unknown.Id} is not one of {string.Join(", ", context.Scheme.OffenceStatus.Select(g => g.Grade))}.", acts);
        }

        var least = rated.MinBy(a => a.Grade!.Hundredths);
        return new IndicatorValue(Code, Name, least.Grade!.Hundredths / 100.0, AssessmentContext.Text(least.Grade.Hundredths / 100.0), $"Act {least.Id}: {least.Grade.Meaning}.", acts);
    }
}
