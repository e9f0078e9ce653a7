using FinInvest.Graph.Assess.Support;

namespace FinInvest.Graph.Assess.Indicators;

/// <summary>EQ-7 Partner contribution: for each partner, S_lo less S_lo without all that it handed over. The value is the largest.</summary>
internal sealed class EQ7 : IIndicator
{
    public string Code => "EQ-7";
    public string Name => "Partner contribution";

    public IndicatorValue Measure(AssessmentContext context)
    {
        var partners = context.Without.Where(w => w is { Kind: WithoutTable.Partner, Drop: not null }).OrderByDescending(w => w.Drop).ThenBy(w => w.What, StringComparer.Ordinal).ToList();
        if (partners.Count == 0)
        {
            return new IndicatorValue(Code, Name, null, "n/a", context.Link is null ? "Nothing was traced under this rule." : "No relied item of this link names a partner.", []);
        }

        return new IndicatorValue(Code, Name, partners[0].Drop, $"{partners[0].What} {AssessmentContext.Text(partners[0].Drop!.Value)}",
            string.Join("; ", partners.Select(p => $"{p.What}: {AssessmentContext.Text(p.Drop!.Value)}"
                + (p.OnlyProof.Count > 0 ? $", alone proves {p.OnlyProof.Count} element{(p.OnlyProof.Count == 1 ? "" : "s")}" : ""))) + ".", [.. partners.Select(p => p.What)]);
    }
}
