using FinInvest.Graph.Present.Words;

namespace FinInvest.Graph.Present.Exhibit.Schedules;

/// <summary>Schedule D: what each asset cost, line by line, what of it is traced, and the three ways in which law may answer, side by side.</summary>
internal static class ScheduleD
{
    public static void Write(HtmlPage page, ExhibitView view)
    {
        page.Raw("<section id=\"D\" class=\"part\">");
        page.Heading(2, "Schedule D: assets and their cost");
        var number = 0;
        foreach (var acquisition in view.Register.Acquisitions)
        {
            var trace = view.Targets.FirstOrDefault(t => t.Target == acquisition.Key);
            if (trace is not null)
            {
                Asset(page, view, acquisition, trace, number);
            }

            number += acquisition.Lines.Count;
        }

        foreach (var balance in view.Targets.Where(t => view.AcquisitionOf(t.Target) is null))
        {
            page.Heading(3, view.Names.Target(balance.Target));
            Composition(page, view, balance.Currency, "Composition of the closing balance", balance.Held ?? balance.Paid, balance.Cost);
            Victims(page, view, balance);
        }

        page.Raw("</section>");
    }

    private static void Asset(HtmlPage page, ExhibitView view, Acquisition acquisition, TargetTrace trace, int linesBefore)
    {
        var asset = view.Names.AssetOf(acquisition.Asset);
        page.Heading(3, view.Names.Target(acquisition.Key));
        var holder = asset?.Holder is { Length: > 0 } h ? view.Names.Party(h) : "not stated";
        page.Paragraph($"Id {acquisition.Key}. Kind: {Stated(asset?.Kind)}. Held by: {holder}. Country: {Stated(asset?.Country)}.");
        var rows = acquisition.Lines.Select((line, i) => Line(view, acquisition.Currency, line, linesBefore + i + 1)).ToList();
        rows.Add(Row.Total(Cell.Empty, "Cost", Cell.Empty, Cell.Number(view.Money(acquisition.Cost, acquisition.Currency)), Cell.Empty, Cell.Empty));
        page.Table($"Cost of {view.Names.Target(acquisition.Key)}", "", ["Ref.", "Line", "Day", "#Amount", "Document and row", "Ledger"], rows);
        Composition(page, view, trace.Currency, $"What paid it, under {view.RuleName(view.Chosen.Rule)}", trace.Paid, trace.Cost);
        if (trace.Held is { } held)
        {
            Composition(page, view, trace.Currency, "What is there at the as-of date", held, held.Sum(o => o.Minor));
        }

        Victims(page, view, trace);
        Answers(page, view, trace, asset);
    }

    /// <summary>Money of each victim by itself: law may have it returned to its owner before anything is confiscated.</summary>
    private static void Victims(HtmlPage page, ExhibitView view, TargetTrace trace)
    {
        var victims = VictimAmount.Of(view.Register.Owners, trace);
        if (victims.Count == 0)
        {
            return;
        }

        page.Table($"Traced money by victim, under {view.RuleName(view.Chosen.Rule)}: what may be property to be returned to its owner", "", ["Victim", "Acts", "#Traced", "#There at the as-of date", "#Of it charged by the register"],
            victims.Select(v => Row.Of(v.Victim.Length > 0 ? view.Names.Party(v.Victim) : "not named in the register", string.Join(", ", v.Acts), Cell.Number(view.Money(v.Paid, v.Currency)),
                Cell.Number(view.Money(v.Held, v.Currency)), Cell.Number(view.Money(v.OriginMinor, v.Currency)))));
    }

    private static string Stated(string? text) => string.IsNullOrEmpty(text) ? "not stated" : text;

    private static Row Line(ExhibitView view, string currency, AcquisitionLine line, int number)
    {
        var rows = line.Movement >= 0 ? view.Ledger.RowsOf(line.Movement).ToArray() : [];
        var cites = line.Movement >= 0 ? view.Rows.LedgerCites(line.Movement) : [];
        return Row.Of(Cell.Anchor(RowIndex.Cite("D", number)), line.Kind, Cell.Day(line.Day), Cell.Number(view.Money(line.Minor, currency)),
            Cell.Code(rows.Length > 0 ? string.Join(", ", rows.Select(view.Rows.Name)) : "no row: loan, owner bank"), Cell.Links(cites));
    }

    private static void Composition(HtmlPage page, ExhibitView view, string currency, string caption, IReadOnlyList<OwnedAmount> owners, long whole)
    {
        var rows = owners.Where(o => o.Minor > 0).Select(o => Row.Of(view.Names.Owner(o.Owner), ClassName(o.Class), Cell.Number(view.Money(o.Minor, currency)), Cell.Number(new Ratio(o.Minor, whole).ToString()),
            Cell.Number(o.Class == OwnerClass.Claim ? view.Money(o.OriginMinor, currency) : ""))).ToList();
        rows.Add(Row.Total("Total", Cell.Empty, Cell.Number(view.Money(owners.Sum(o => o.Minor), currency)), Cell.Empty, Cell.Empty));
        page.Table(caption, "", ["Owner", "Class", "#Amount", "#Part", "#Of it charged by the register"], rows);
    }

    private static string ClassName(OwnerClass owner) => owner switch { OwnerClass.Claim => "claim", OwnerClass.OtherClaimant => "other claimant", _ => "free" };

    /// <summary>Share, charge and value equivalent beside each other; which of them applies is a question of law.</summary>
    private static void Answers(HtmlPage page, ExhibitView view, TargetTrace trace, Asset? asset)
    {
        var value = asset?.Value;
        var day = asset is { ValueDay: { IsNone: false, Number: not 0 } } ? $" on {asset.ValueDay}" : "";
        var share = value is { } v && trace.Cost > 0 ? view.Money((long)((Int128)v * trace.Traced / trace.Cost), trace.Currency) : "n/a: no value on record";
        page.Table("What the figure may mean in law. The exhibit chooses none of these", "", ["Reading", "#Amount", "Meaning"],
        [
            Row.Of("Share", Cell.Number(share), $"The traced part of the cost ({trace.Reach}) as the same part of the value{(value is { } w ? $" of {view.Money(w, trace.Currency)}{day}" : "")}: the reader's law lets growth or loss follow the share."),
            Row.Of("Charge", Cell.Number(view.Money(trace.Traced, trace.Currency)), "The traced amount secured on the asset, without growth or loss."),
            Row.Of("Value equivalent", Cell.Number(value is { } u ? view.Money(u, trace.Currency) : "n/a: no value on record"),
                "The value of the asset as the most that could answer for proceeds which are not traced into it, where the law allows property of equal value to be taken."),
        ]);
        if (asset is { Recovered: > 0 })
        {
            page.Paragraph($"Already recovered from this asset: {view.Money(asset.Recovered, asset.Currency)}. It is not deducted above.");
        }
    }
}
