using FinInvest.Graph.Present.Words;

namespace FinInvest.Graph.Present.Exhibit.Schedules;

/// <summary>The findings: for each asset the explanation in sentences, the drawn paths, the table of their arrows, and who holds it.</summary>
internal static class Findings
{
    public static void Write(HtmlPage page, ExhibitView view)
    {
        page.Raw("<section id=\"findings\" class=\"part\">");
        page.Heading(2, "Findings and charts");
        for (var i = 0; i < view.Targets.Count; i++)
        {
            Target(page, view, view.Targets[i], i + 1);
        }

        page.Raw("</section>");
    }

    private static void Target(HtmlPage page, ExhibitView view, TargetTrace target, int number)
    {
        page.Raw("<section>");
        page.Heading(3, view.Names.Target(target.Target), $"finding-{RowIndex.Cite("E", number)}");
        page.Paragraph(AssetStories.Of(view, target));
        var paths = view.Content.Paths.FirstOrDefault(p => p.Target == target.Target);
        if (paths is { Paths.Count: > 0 })
        {
            Chart(page, view, target, paths, number);
        }
        else
        {
            page.Paragraph(paths is null ? "Paths to this asset were not asked for." : $"No path from a credit named as proceeds to this asset was found. {paths.Cut}");
        }

        Ownership(page, view, target);
        page.Raw("</section>");
    }

    private static void Chart(HtmlPage page, ExhibitView view, TargetTrace target, PathResult paths, int number)
    {
        var drawn = new DrawnPaths(view, target, paths);
        var name = view.Names.Target(target.Target);
        page.Raw("<figure>");
        page.Raw(drawn.Svg($"chart-{Wording.Number(number)}"));
        var cut = paths.Cut.Length > 0 ? $" {paths.Cut}" : "";
        page.Raw($"<figcaption>Chart {Wording.Number(number)}. {Markup.Foreign($"{name}: {Wording.Number(drawn.Shown)} of {Wording.Count(paths.Found, "path")} shown ({Wording.Count(paths.Chains, "chain")} of transfers in all), best by {paths.Key}.{cut}")}</figcaption>");
        page.Raw("</figure>");
        page.Table($"Arrows of chart {Wording.Number(number)}", "", ["No.", "From", "To", "Days", "#Amount", "#Of it tainted under the rule", "Schedule C", "Marked"], drawn.Arrows.Select(a =>
        {
            var currency = drawn.Currency(a);
            var money = a.Movements.Count > 0;
            var tainted = a.Movements.SelectMany(drawn.Carried).Where(o => o.Class == OwnerClass.Claim).Sum(o => o.Minor);
            return Row.Of(Cell.Number(Wording.Number(a.Number)), Cell.Text(Label(view, a.From)), Cell.Text(Label(view, a.To)), money ? new Cell(drawn.Days(a), "ref") : a.Kind + (a.Text.Length > 0 ? $": {a.Text}" : ""),
                Cell.Number(money ? view.Money(a.Movements.Sum(drawn.Amount), currency) : ""), Cell.Number(money ? view.Money(tainted, currency) : ""),
                Cell.Links(a.Movements.SelectMany(view.Rows.LedgerCites)), a.Movements.Any(drawn.IsDashed) ? "dashed: inferred or not reconciled" : "");
        }));
        Notes(page, view, paths);
    }

    private static void Notes(HtmlPage page, ExhibitView view, PathResult paths)
    {
        var notes = paths.Paths.SelectMany((p, i) => p.Notes.Select(n => $"Path {Wording.Number(i + 1L)}: {n}")
            .Concat(p.OtherChains > 0 ? [$"Path {Wording.Number(i + 1L)}: {Wording.Count(p.OtherChains, "further chain")} of transfers over the same accounts."] : []));
        var shown = view.Withheld.Visible(notes);
        if (shown.Count > 0)
        {
            page.List(shown);
        }
    }

    private static string Label(ExhibitView view, string id) =>
        view.LedgerAccountOf(id) is not null ? view.AccountLabel(id) : view.Names.IsParty(id) ? view.Names.Party(id) : view.Names.AssetOf(id) is not null ? view.Names.Target(id)
            : id == "OUTSIDE" ? "outside the recorded accounts" : view.Names.Owner(id);

    private static void Ownership(HtmlPage page, ExhibitView view, TargetTrace target)
    {
        var asset = view.Names.AssetOf(target.Target);
        foreach (var o in view.Content.Ownership.Where(o => o.Target == target.Target || o.Target == asset?.Id || (asset is { Holder.Length: > 0 } && o.Target == asset.Holder)))
        {
            if (o.Owners.Count == 1 && o.Owners[0].Party == o.Target)
            {
                page.Paragraph($"Held by {Label(view, o.Target)}, behind whom nobody else is recorded on {o.At}.");
                continue;
            }

            var rows = o.Owners.Select(s => Row.Of(s.Name.Length > 0 ? s.Name : view.Names.Party(s.Party), Cell.Code(s.Party), Cell.Number(Range(s.Low, s.High)), string.Join(", ", s.Through.Select(view.Names.Party)))).ToList();
            rows.Add(Row.Of("not declared", Cell.Empty, Cell.Number(Range(o.UnknownLow, o.UnknownHigh)), Cell.Empty));
            page.Table($"Effective interests in {Label(view, o.Target)} on {o.At}{(o.HasCycle ? " (the chain of owners runs in a circle)" : "")}", "", ["Owner", "Id", "#Interest", "Through"], rows);
            if (view.Withheld.Visible(o.Notes) is { Count: > 0 } notes)
            {
                page.List(notes);
            }
        }
    }

    private static string Range(double low, double high) => Wording.Percent(low) == Wording.Percent(high) ? Wording.Percent(low) : $"{Wording.Percent(low)} to {Wording.Percent(high)}";
}
