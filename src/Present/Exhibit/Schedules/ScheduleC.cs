using FinInvest.Graph.Present.Words;

namespace FinInvest.Graph.Present.Exhibit.Schedules;

/// <summary>Schedule C: the running ledger of every account of the corridor under the chosen rule. Every row is footed again here before it is printed.</summary>
internal static class ScheduleC
{
    public static void Write(HtmlPage page, ExhibitView view)
    {
        page.Raw("<section id=\"C\" class=\"part wide\">");
        page.Heading(2, $"Schedule C: running ledgers under {view.RuleName(view.Chosen.Rule)}");
        page.Paragraph("On every row: tainted + other claimants + own = balance (nothing while the account is overdrawn), and balance before + credit - debit = balance after. "
            + "\"Own\" holds every free owner: own money, opening balance, bank money, unknown money. \"Composition\" says what a debit took or what a credit brought.");
        page.List(view.Register.Owners.Claims.Select(c => $"{view.ShortOwner(c.Label)}: {view.Names.Owner(c.Label)}"));
        if (view.Chosen.Ledgers.Count == 0)
        {
            page.Paragraph("No account lies between a named credit and an asset of this exhibit.");
        }

        foreach (var ledger in view.Chosen.Ledgers)
        {
            Account(page, view, ledger);
        }

        page.Raw("</section>");
    }

    private static void Account(HtmlPage page, ExhibitView view, RunningLedger ledger)
    {
        string Amount(long minor) => view.Amount(minor, ledger.Currency);
        var rows = new List<Row>(ledger.Rows.Count + 1);
        (long debit, long credit) = (0, 0);
        long before = 0;
        var faults = 0;
        var unreconciled = view.LedgerAccountOf(ledger.Account) is { Coverage: not AccountCoverage.Reconciled };
        foreach (var r in ledger.Rows)
        {
            var foots = Foots(ledger, r, before, unreconciled);
            faults += foots ? 0 : 1;
            debit += r.IsCredit ? 0 : r.Minor;
            credit += r.IsCredit ? r.Minor : 0;
            var text = view.TextOf(r.Row);
            var other = view.LedgerAccountOf(r.Counterparty) is { } known ? view.AccountLabel(known.Id) : text?.CounterpartyName ?? "";
            var words = string.Join(": ", new[] { Kind(r.Kind), other, text?.Text ?? "" }.Where(t => t.Length > 0));
            Cell[] cells = [Cell.Anchor(view.Rows.LedgerCite(r.Movement, r.IsCredit)), Cell.Day(r.Day), Cell.Text(words.Length > 0 ? words : r.IsCredit ? "credit from outside" : "debit to outside"),
                Cell.Number(r.IsCredit ? "" : Amount(r.Minor)), Cell.Number(r.IsCredit ? Amount(r.Minor) : ""), Cell.Number(Amount(r.Balance)), Cell.Number(Amount(r.Claim)), Cell.Number(Amount(r.Other)),
                Cell.Number(Amount(r.Free)), Composition(view, ledger.Currency, r), Cell.Code(r.Row is { } key ? view.Rows.Name(key) : "")];
            rows.Add(foots ? Row.Of(cells) : Row.NotRelied(cells));
            before = r.Balance;
        }

        rows.Add(Row.Total(Cell.Empty, Cell.Empty, faults == 0 ? $"{Wording.Count(ledger.Rows.Count, "row")}, every row foots" : $"{Wording.Count(faults, "row does", "rows do")} not foot", Cell.Number(Amount(debit)),
            Cell.Number(Amount(credit)), Cell.Number(Amount(before)), Cell.Empty, Cell.Empty, Cell.Empty, Cell.Empty, Cell.Empty));
        page.Table($"Account {view.AccountLabel(ledger.Account)}, amounts in {ledger.Currency}", "ledger",
            ["Ref.", "Date", "Text", "#Debit", "#Credit", "#Balance", "#Tainted", "#Other claimants", "#Own", "Composition", "Document and row"], rows);
    }

    /// <summary>The two sums of a row. That the classes make up the balance is an invariant of every rule; a ledger that breaks it is not printed.</summary>
    /// <exception cref="InvalidOperationException">The classes of a row do not make up its balance.</exception>
    private static bool Foots(RunningLedger ledger, RunningLedgerRow r, long before, bool unreconciled)
    {
        if (r.Claim + r.Other + r.Free != Math.Max(0, r.Balance))
        {
            throw new InvalidOperationException($"Schedule C of account {ledger.Account} does not foot at movement {r.Movement}: {r.Claim} + {r.Other} + {r.Free} is not {r.Balance}.");
        }

        var after = before + (r.IsCredit ? r.Minor : -r.Minor);
        return r.Kind switch
        {
            MovementKind.OpeningDebt => r.Balance == -r.Minor,
            MovementKind.GapOut => r.Balance == 0,
            _ => r.Balance == (unreconciled ? Math.Max(0, after) : after),
        };
    }

    private static string Kind(MovementKind kind) => kind switch
    {
        MovementKind.Opening => "opening balance",
        MovementKind.OpeningDebt => "opening overdraft",
        MovementKind.GapOut => "records end: balance goes out of sight",
        MovementKind.GapReturn => "records begin again",
        MovementKind.BankFee => "bank fee",
        MovementKind.Interest => "interest",
        _ => "",
    };

    private static Cell Composition(ExhibitView view, string currency, RunningLedgerRow r)
    {
        var parts = r.Taken.Where(t => t.Minor > 0).Select(t => (Name: view.ShortOwner(t.Owner), t.Minor)).ToList();
        if (r.Repaid > 0)
        {
            parts.Add(("of which repaid the overdraft", r.Repaid));
        }

        if (r.Unfunded > 0 && parts.All(p => p.Name != "bank money"))
        {
            parts.Add(("unfunded, paid by the bank", r.Unfunded));
        }

        return new Cell(string.Join("<br>", parts.Select(p => $"{Markup.Foreign(p.Name)} <span class=\"fig\">{view.Amount(p.Minor, currency)}</span>")), "parts");
    }
}
