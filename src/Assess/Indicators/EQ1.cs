namespace FinInvest.Graph.Assess.Indicators;

/// <summary>EQ-1 Graded weight: r*c of each relied item that speaks to this link; the value is the least of the supporting ones, never an average.</summary>
internal sealed class EQ1 : IIndicator
{
    public string Code => "EQ-1";
    public string Name => "Graded weight of items";

    public IndicatorValue Measure(AssessmentContext context)
    {
        var link = context.Link;
        var items = link is null ? [] : link.ItemsThatMatter().Select(i => link.Items[i]).ToList();
        var supporting = items.Where(i => i.Supports.Count > 0).ToList();
        if (supporting.Count == 0)
        {
            return new IndicatorValue(Code, Name, null, "n/a", "No relied item supports this link.", []);
        }

        var least = supporting.MinBy(i => i.Weight)!;
        return new IndicatorValue(Code, Name, least.Weight / 10_000.0, $"{AssessmentContext.Text(least.Weight / 10_000.0)} to {AssessmentContext.Text(supporting.Max(i => i.Weight) / 10_000.0)}",
            $"{supporting.Count} supporting items, the weakest {least.Id}" + (items.Count > supporting.Count ? $"; {items.Count - supporting.Count} contradicting." : "."),
            [.. items.Select(i => $"{i.Id} {AssessmentContext.Text(i.Weight / 10_000.0)}{(i.Contradicts.Count > 0 ? " against" : "")}")]);
    }
}
