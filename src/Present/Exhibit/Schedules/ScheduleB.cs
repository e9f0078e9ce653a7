using FinInvest.Graph.Present.Words;

namespace FinInvest.Graph.Present.Exhibit.Schedules;

/// <summary>Schedule B: the credits that the register names as proceeds, each with the episode that charges it and the row it stands on.</summary>
internal static class ScheduleB
{
    public static void Write(HtmlPage page, ExhibitView view)
    {
        page.Raw("<section id=\"B\" class=\"part wide\">");
        page.Heading(2, "Schedule B: credits named as proceeds");
        var ledger = view.Ledger;
        var currencies = view.Register.Claims.Select(m => ledger.Accounts[ledger.Credited[m.Movement]].Currency).Distinct(StringComparer.Ordinal).ToList();
        var rows = view.Register.Claims.Select((mark, i) => Credit(view, mark, i + 1)).ToList();
        if (currencies.Count == 1)
        {
            rows.Add(Row.Total(Cell.Empty, "Total", Cell.Empty, Cell.Empty, Cell.Empty, Cell.Empty, Cell.Number(view.Money(view.Register.Claims.Sum(m => m.Minor), currencies[0])), Cell.Empty));
        }

        page.Table("Credits by which money of the charged episodes enters the recorded accounts", "", ["Ref.", "Episode", "Date", "Payer", "Account credited", "#Amount of the credit", "#Named as proceeds", "Document and row; ledger"], rows);
        Cash(page, view);
        Totals(page, view);
        page.Raw("</section>");
    }

    private static Row Credit(ExhibitView view, ClaimMark mark, int number)
    {
        var ledger = view.Ledger;
        var m = mark.Movement;
        var account = ledger.Accounts[ledger.Credited[m]];
        var keys = ledger.RowsOf(m);
        RowKey? row = keys.Length > 0 ? keys[^1] : null;
        var episode = view.Facts.All<Episode>().FirstOrDefault(e => e.Id == mark.Episode);
        var words = episode?.Text is { Length: > 0 } text ? $"{mark.Episode}: {text}" : mark.Episode;
        var owner = view.Names.Owner(view.Register.Owners.Labels[mark.Owner]);
        var same = mark.SameAs.Length > 0 ? $"; the same money as {mark.SameAs}" : "";
        var places = string.Join("<br>", keys.ToArray().Select(k => $"<span class=\"id\">{Markup.Foreign(view.Rows.Name(k))}</span>").Concat(
            view.Rows.LedgerCites(m).Select(HtmlPage.Link)));
        return Row.Of(Cell.Anchor(RowIndex.Cite("B", number)), $"{words} ({owner}){same}", Cell.Day(new Day(ledger.CreditDay[m])), view.Counterparty(ledger.Debited[m], row), Cell.Text(view.AccountLabel(account.Id)),
            Cell.Number(view.Money(ledger.CreditMinor[m], account.Currency)), Cell.Number(view.Money(mark.Minor, account.Currency)), new Cell(places));
    }

    private static void Cash(HtmlPage page, ExhibitView view)
    {
        if (view.Register.CashProceeds.Count > 0)
        {
            page.Table("Proceeds without a named credit: they begin outside the recorded accounts and are seen only by the bound U with outside returns", "", ["Register line", "Episode", "Day", "Claim", "#Amount, minor units"],
                view.Register.CashProceeds.Select(c => Row.Of(Cell.Code(c.ProceedsId), c.Episode, Cell.Day(c.Day), view.Names.Owner(view.Register.Owners.Labels[c.Owner]), Cell.Number(Wording.Number(c.Minor)))));
        }
    }

    private static void Totals(HtmlPage page, ExhibitView view)
    {
        var rows = view.Chosen.Claims.Select(c =>
        {
            var named = view.Register.Claims.Where(m => view.Register.Owners.Labels[m.Owner] == c.Claim && view.Ledger.Accounts[view.Ledger.Credited[m.Movement]].Currency == c.Currency).Sum(m => m.Minor);
            return Row.Of(view.Names.Owner(c.Claim), Cell.Number(view.Money(named, c.Currency)), Cell.Number(view.Money(c.Charged, c.Currency)), Cell.Number(view.Money(c.NewlyLabelled, c.Currency)));
        });
        page.Table("Claims: what the register charges, and what the chosen rule newly labels by it", "", ["Claim", "#Named above", "#Charged, the same money once", "#Newly labelled under the rule"], rows);
        page.Paragraph("Where two episodes charge the same money (taken by one act, moved on by another), the amount counts once in what may be claimed.", "note");
    }
}
