using FinInvest.Graph.Present.Words;

namespace FinInvest.Graph.Present.Exhibit.Schedules;

/// <summary>Part of Schedule E: what the order of rows inside a day may change for one target (definitions D6).</summary>
internal static class OrderTable
{
    public static void Write(HtmlPage page, ExhibitView view, TargetTrace target)
    {
        if (view.Content.Orders is not { Count: > 0 } orders)
        {
            return;
        }

        page.Paragraph($"Order of rows inside a day: as the statements list them. {orders[0].Sentence}");
        var rows = orders.Where(o => o is { Unevidenced: > 0, Orders: > 0 }).Select(o => (Range: o, Worst: Of(o.Worst, target), Best: Of(o.Best, target))).Where(o => o.Worst is not null && o.Best is not null)
            .Select(o => Row.Of(view.RuleName(o.Range.Rule), Cell.Number(view.Money(o.Worst!.Traced, target.Currency)), Cell.Number(view.Money(o.Best!.Traced, target.Currency)))).ToList();
        if (rows.Count > 0)
        {
            page.Table($"{view.Names.Target(target.Target)}: least and most traced over the orders the days may have had", "", ["Rule", "#Worst order", "#Best order"], rows);
        }
    }

    private static TargetTrace? Of(TraceResult? mode, TargetTrace target) => mode?.Targets.FirstOrDefault(t => t.Target == target.Target);
}
