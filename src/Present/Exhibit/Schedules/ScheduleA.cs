using FinInvest.Graph.Present.Words;

namespace FinInvest.Graph.Present.Exhibit.Schedules;

/// <summary>Schedule A: which accounts and periods the figures rest on, and which they do not.</summary>
internal static class ScheduleA
{
    /// <summary>Lines of one table on paper; the JSON form has all of them.</summary>
    private const int LinesMax = 400;

    public static void Write(HtmlPage page, ExhibitView view)
    {
        page.Raw("<section id=\"A\" class=\"part\">");
        page.Heading(2, "Schedule A: coverage and reconciliation");
        page.Paragraph("A statement reconciles when opening balance + movements = closing balance and the number of rows is the number stated. A period that does not reconcile is not relied on: "
            + "it is marked \"not relied on\", shaded, and its money counts as outside the recorded accounts.");
        Accounts(page, view);
        Statements(page, view);
        Gaps(page, view);
        Unmatched(page, view);
        page.Raw("</section>");
    }

    private static void Accounts(HtmlPage page, ExhibitView view)
    {
        var corridor = view.Chosen.Ledgers.Select(l => l.Account).ToHashSet(StringComparer.Ordinal);
        var all = view.Ledger.Accounts.Skip(1).Where(a => a.Coverage != AccountCoverage.External || corridor.Contains(a.Id)).OrderBy(a => corridor.Contains(a.Id) ? 0 : 1)
            .ThenBy(a => a.Id, StringComparer.Ordinal).ToList();
        page.Table($"Accounts, those of Schedule C first{Shown(all.Count)}", "", ["Account", "Holder", "Institution", "Currency", "Coverage", "Reconciled periods", "Composition stated as of"],
            all.Take(LinesMax).Select(a =>
            {
                var account = view.Names.AccountOf(a.Id);
                Cell[] cells = [Cell.Code(a.Id), view.Names.Holders(a.Id), string.Join(", ", new[] { account?.Institution ?? "", account?.Country ?? "" }.Where(t => t.Length > 0)), a.Currency,
                    Coverage(a.Coverage), Periods(a.Covered), Cell.Day(a.StatedAsOf)];
                return a.Coverage == AccountCoverage.Reconciled ? Row.Of(cells) : Row.NotRelied(cells);
            }));
        var outside = view.Ledger.Accounts.Skip(1).Count(a => a.Coverage == AccountCoverage.External && !corridor.Contains(a.Id));
        if (outside > 0)
        {
            page.Paragraph($"{Wording.Count(outside, "further account is", "further accounts are")} named by rows of others but {(outside == 1 ? "has" : "have")} no records of {(outside == 1 ? "its" : "their")} own: outside.", "note");
        }
    }

    private static Cell Periods(IReadOnlyList<DayRange> periods) => new(string.Join("<br>", periods.Select(p => $"<span class=\"ref\">{p.From}</span> to <span class=\"ref\">{p.To}</span>")));

    private static string Coverage(AccountCoverage coverage) => coverage switch
    {
        AccountCoverage.Reconciled => "reconciled",
        AccountCoverage.Unreconciled => "not reconciled: no statement, rows as others report them",
        _ => "not relied on: no rows, or incomplete",
    };

    private static void Statements(HtmlPage page, ExhibitView view)
    {
        var all = view.Content.Case.Statements.OrderBy(s => s.Reconciles).ThenBy(s => s.Account, StringComparer.Ordinal).ThenBy(s => s.Period.From.Number)
            .ThenBy(s => s.Statement, StringComparer.Ordinal).ThenBy(s => s.Document).ToList();
        page.Table($"Statements, those not relied on first{Shown(all.Count)}", "", ["Statement", "Account", "Document", "Period", "#Rows", "#Opening", "#Closing", "#Difference", "Result"],
            all.Take(LinesMax).Select(s =>
            {
                var currency = view.CurrencyOf(s.Account);
                Cell[] cells = [Cell.Code(s.Statement), Cell.Code(s.Account), Cell.Code(view.Rows.Document(s.Document)), Periods(s.Period.From.IsNone ? [] : [s.Period]),
                    Cell.Number(Wording.Number(s.Rows)), Balance(s.Opening), Balance(s.Closing), Balance(s.Difference),
                    s.Reconciles ? "reconciles" : s.Reason.Length > 0 ? $"not relied on: {s.Reason}" : "not relied on"];
                return s.Reconciles ? Row.Of(cells) : Row.NotRelied(cells);

                Cell Balance(long? minor) => Cell.Number(minor is { } m ? view.Amount(m, currency) : "not given");
            }));
    }

    private static void Gaps(HtmlPage page, ExhibitView view)
    {
        if (view.Ledger.Breaks.Count > 0)
        {
            page.Table("Gaps: periods without reconciled records between reconciled ones", "", ["Account", "Last day covered", "Covered again from", "#Balance that went out of sight", "#Balance that came back"],
                view.Ledger.Breaks.Select(b =>
                {
                    var currency = view.CurrencyOf(b.Account);
                    return Row.NotRelied(Cell.Code(b.Account), Cell.Day(b.LastCovered), b.Returns?.ToString() ?? "never", Cell.Number(view.Money(b.BalanceOut, currency)), Cell.Number(view.Money(b.BalanceBack, currency)));
                }));
        }

        if (view.Ledger.SelfTransfers.Count > 0)
        {
            page.Paragraph($"Rows that move money from an account to itself: {string.Join(", ", view.Ledger.SelfTransfers.Take(LinesMax).Select(view.Rows.Name))}{Shown(view.Ledger.SelfTransfers.Count)}.");
        }
    }

    private static void Unmatched(HtmlPage page, ExhibitView view)
    {
        var all = view.Content.Case.Unmatched;
        if (all.Count > 0)
        {
            page.Table($"Rows that name an account of the case whose own bank does not report the movement{Shown(all.Count)}", "", ["Row", "Account", "Counterparty", "Day", "#Amount", "Reason"],
                all.Take(LinesMax).Select(u =>
                {
                    var currency = view.CurrencyOf(u.Account);
                    return Row.Of(Cell.Code(view.Rows.Name(u.Row)), Cell.Code(u.Account), Cell.Code(u.Counterparty), Cell.Day(u.Day), Cell.Number(view.Money(u.Minor, currency)), u.Reason);
                }));
        }
    }

    private static string Shown(int count) => count > LinesMax ? $" ({Wording.Number(LinesMax)} of {Wording.Number(count)} shown; the JSON form has all)" : "";
}
