using FinInvest.Graph.Assess.Support;

namespace FinInvest.Graph.Assess.Indicators;

/// <summary>CG-4 Fragility: the largest loss of S_lo when one item is left out, and the items without which nothing is left.</summary>
internal sealed class CG4 : IIndicator
{
    public string Code => "CG-4";
    public string Name => "Fragility (n-1)";

    public IndicatorValue Measure(AssessmentContext context)
    {
        var items = context.Without.Where(w => w is { Kind: WithoutTable.Item, Drop: not null }).OrderByDescending(w => w.Drop).ThenBy(w => w.What, StringComparer.Ordinal).ToList();
        if (items.Count == 0)
        {
            return new IndicatorValue(Code, Name, null, "n/a", context.Link is null ? "Nothing was traced under this rule." : "No relied item speaks to this link.", []);
        }

        var single = items.Where(w => w is { SupportLow: 0, Drop: > 0 }).Select(w => w.What).ToList();
        return new IndicatorValue(Code, Name, items[0].Drop, AssessmentContext.Text(items[0].Drop!.Value), $"Without {items[0].What} the lower support falls by {AssessmentContext.Text(items[0].Drop!.Value)}; "
            + (single.Count == 0 ? "no single item carries the whole link." : $"single points of failure: {string.Join(", ", single)}."), single);
    }
}
