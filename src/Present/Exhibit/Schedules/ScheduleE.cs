using FinInvest.Graph.Present.Charts;
using FinInvest.Graph.Present.Words;

namespace FinInvest.Graph.Present.Exhibit.Schedules;

/// <summary>Schedule E: every rule beside the others, with what no conserving rule can go below or above.</summary>
internal static class ScheduleE
{
    public static void Write(HtmlPage page, ExhibitView view)
    {
        page.Raw("<section id=\"E\" class=\"part\">");
        page.Heading(2, "Schedule E: all rules beside each other, and the bounds");
        page.Paragraph("A rule is conserving when it never traces more through a transfer than the transfer moved and neither makes nor loses traced money on the way. L and U hold for every such rule on the "
            + "recorded movements. U with outside returns also allows money that left the recorded accounts to come back unseen. The Floor is L with the rows of a day taken together, so it holds whatever their order.");
        foreach (var target in view.Targets)
        {
            Target(page, view, target);
        }

        if (view.Bounds.TryGetValue("SET", out var set))
        {
            Set(page, view, set);
        }

        Definitions(page, view);
        OtherMethods.Write(page, view);
        page.Raw("</section>");
    }

    private static void Target(HtmlPage page, ExhibitView view, TargetTrace target)
    {
        var anchor = view.Cite("E", target.Target);
        var name = view.Names.Target(target.Target);
        page.Heading(3, $"{anchor}  {name}", anchor);
        var hasBounds = view.Bounds.TryGetValue(target.Target, out var bounds);
        var figures = new List<(string Name, long Traced)>();
        var rows = new List<Row>();
        foreach (var trace in view.Content.Traces)
        {
            var t = trace.Targets.FirstOrDefault(x => x.Target == target.Target);
            if (t is null)
            {
                continue;
            }

            var within = !hasBounds ? "not computed" : t.Traced >= bounds!.Lower && t.Traced <= bounds.UpperRecorded ? "within" : trace.Conserving ? "OUTSIDE: see method note" : "outside, as this rule may be";
            var chosen = trace.Rule == view.Chosen.Rule ? " (chosen)" : "";
            figures.Add((view.RuleName(trace.Rule), t.Traced));
            rows.Add(new Row([view.RuleName(trace.Rule) + chosen, trace.Conserving ? "yes" : "no", Cell.Number(view.Money(t.Traced, t.Currency)), Cell.Number(t.Reach.ToString()), within], chosen.Length > 0 ? "chosen" : ""));
        }

        page.Table($"{name}: traced amount under each rule; cost {view.Money(target.Cost, target.Currency)}", "", ["Rule", "Conserving", "#Traced", "#Part of the cost", "Against [L, U]"], rows);
        OrderTable.Write(page, view, target);
        if (hasBounds)
        {
            page.Raw(BoundsBar.Svg($"bar-{anchor}", name, target.Cost, bounds!, figures, m => view.Money(m, target.Currency)));
            Bounds(page, view, bounds!);
        }
    }

    private static void Bounds(HtmlPage page, ExhibitView view, BoundsResult b)
    {
        string Money(long minor) => view.Money(minor, b.Currency);
        page.Table("Bounds", "", ["Order of rows", "#At least (L)", "#At most on the recorded movements (U)", "#At most with outside returns (outer bound)"],
        [
            Row.Of("as the statements have it", Cell.Number(Money(b.Lower)), Cell.Number(Money(b.UpperRecorded)), Cell.Number(Money(b.UpperOut))),
            Row.Of("rows of a day taken together (Floor)", Cell.Number(Money(b.Floor)), Cell.Number(Money(b.FloorUpperRecorded)), Cell.Number(Money(b.FloorUpperOut))),
        ]);
        page.Paragraph($"At least {Money(b.Lower)} under every conserving rule listed in Schedule E{(b.Floor != b.Lower ? $"; at least {Money(b.Floor)} whatever the order of the rows of a day" : "")}.", "strong");
        if (b.Outer)
        {
            page.Paragraph($"These are outer bounds, valid under every conserving rule and perhaps not the tightest, because of {Wording.List(b.OuterBecause ?? [])}.");
        }

        if (b.Note.Length > 0)
        {
            page.Paragraph(b.Note);
        }

        if (b.ProvedFloors is { Count: > 0 } floors)
        {
            page.Table("Evidence-proof floor: only movements proved at the tier or better count as criminal money", "", ["Tier of proof", "#At least, as the statements have it", "#Floor"],
                floors.Select(f => Row.Of(f.ProofTier, Cell.Number(Money(f.Lower)), Cell.Number(Money(f.Floor)))));
        }

        Cut(page, view, b, "Why not more: the movements and balances that limit U", b.UpperCut);
        Cut(page, view, b, "Why not more with outside returns: the movements and balances that limit U with OUTSIDE", b.UpperOutCut ?? []);
        Cut(page, view, b, "Why not less: the movements and balances that limit the clean money", b.LowerCut);
    }

    /// <summary>Each element in the currency of its own account: a set may span several, and then no sum is shown.</summary>
    private static string CurrencyOf(ExhibitView view, BoundsResult b, CutElement c) =>
        view.Ledger.AccountIndex(c.Account) is var a and > 0 ? view.Ledger.Accounts[a].Currency : b.Currency;

    private static void Cut(HtmlPage page, ExhibitView view, BoundsResult b, string caption, IReadOnlyList<CutElement> cut)
    {
        if (cut.Count == 0)
        {
            return;
        }

        var rows = cut.Select(c => Row.Of(c.Text, Cell.Code(c.Account), Cell.Day(c.Day), Cell.Number(view.Money(c.Minor, CurrencyOf(view, b, c))), Cell.Links(c.Movement >= 0 ? view.Rows.LedgerCites(c.Movement) : []))).ToList();
        var currencies = cut.Select(c => CurrencyOf(view, b, c)).Distinct(StringComparer.Ordinal).ToList();
        if (currencies.Count == 1)
        {
            rows.Add(Row.Total("Sum", Cell.Empty, Cell.Empty, Cell.Number(view.Money(cut.Sum(c => c.Minor), currencies[0])), Cell.Empty));
        }

        page.Table(caption, "", ["What", "Account", "Day", "#Amount", "Ledger"], rows);
    }

    private static void Set(HtmlPage page, ExhibitView view, BoundsResult set)
    {
        page.Heading(3, "All assets together", "E-SET");
        page.Paragraph($"Taken together: {Wording.List(set.Members.Select(view.Names.Target))}. Bounds of a set are not the sum of the bounds of its members. Bounds over several currencies are in units of one, by the rates stated in the case.");
        var rows = view.Content.Traces.Select(t => Row.Of(view.RuleName(t.Rule), Cell.Number(string.Join(" + ", t.Targets.Where(x => set.Members.Contains(x.Target))
            .GroupBy(x => x.Currency, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => view.Money(g.Sum(x => x.Traced), g.Key)))))).ToList();
        page.Table("Sum traced over the set under each rule", "", ["Rule", "#Sum traced"], rows);
        Bounds(page, view, set);
    }

    private static void Definitions(HtmlPage page, ExhibitView view)
    {
        page.Table("The rules listed in this schedule", "", ["Rule", "Conserving", "What it does", "Authorities"],
            view.Content.Traces.Select(t => view.Description(t.Rule)).OfType<RuleDescription>().Select(r => Row.Of(r.Name, r.Conserving ? "yes" : "no", r.Definition, string.Join("; ", r.Authorities))));
    }
}
