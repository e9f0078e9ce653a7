namespace FinInvest.Graph.Assess.Indicators;

/// <summary>OC-1 Economic interest: the effective interest of the case's subjects in the target (definitions G1, G2), the largest first.</summary>
internal sealed class OC1 : IIndicator
{
    public string Code => "OC-1";
    public string Name => "Economic interest";

    public IndicatorValue Measure(AssessmentContext context)
    {
        if (context.Request.Ownership is not { } ownership)
        {
            return new IndicatorValue(Code, Name, null, "n/a", "No ownership of this target is recorded.", []);
        }

        var subjects = context.Facts.All<Party>().Where(p => p.Role == "subject").Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        var held = ownership.Owners.Where(o => subjects.Contains(o.Party)).OrderByDescending(o => o.Low).ThenBy(o => o.Party, StringComparer.Ordinal).ToList();
        if (held.Count == 0)
        {
            return new IndicatorValue(Code, Name, subjects.Count == 0 ? null : 0, subjects.Count == 0 ? "n/a" : "0",
                subjects.Count == 0 ? "No party has the role subject in parties.csv." : $"No subject of the case has a recorded interest in {ownership.Target} at {ownership.At}.", []);
        }

        static string Range(OwnerShare o) => o.Low == o.High ? AssessmentContext.Text(o.Low) : $"{AssessmentContext.Text(o.Low)} to {AssessmentContext.Text(o.High)}";
        return new IndicatorValue(Code, Name, held[0].Low, Range(held[0]), string.Join("; ", held.Select(o => $"{o.Name}: {Range(o)} of {ownership.Target} at {ownership.At}")) + ".",
            [.. held.Select(o => o.Party)]);
    }
}
