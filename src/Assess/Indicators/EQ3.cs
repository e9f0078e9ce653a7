namespace FinInvest.Graph.Assess.Indicators;

/// <summary>EQ-3 Use permission: 1 when every item that the link relies on may be used for the case's purpose at the as-of date. Items that may not are neither relied on nor shown.</summary>
internal sealed class EQ3 : IIndicator
{
    public string Code => "EQ-3";
    public string Name => "Use permission";

    public IndicatorValue Measure(AssessmentContext context)
    {
        var link = context.Link;
        List<string> items = link is null ? [] : [.. link.ItemsThatMatter().Select(i => link.Items[i].Id)];
        if (items.Count == 0)
        {
            return new IndicatorValue(Code, Name, null, "n/a", $"No item that may be used for {context.Request.Purpose} speaks to this link.", []);
        }

        var uses = context.Evidence.Weights.Where(w => items.Contains(w.Item, StringComparer.Ordinal)).Select(w => $"{w.Item}: {w.Use}");
        return new IndicatorValue(Code, Name, 1, "1", $"All {items.Count} items relied on are permitted for {context.Request.Purpose} at {context.Request.AsOf}.", [.. uses]);
    }
}
