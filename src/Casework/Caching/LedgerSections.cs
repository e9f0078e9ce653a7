namespace FinInvest.Graph.Casework.Caching;

/// <summary>The effective ledger in a cache entry: its columns as they lie in memory.</summary>
internal static class LedgerSections
{
    public static void Write(Ledger ledger, EntrySections to)
    {
        AccountColumns.Write(ledger.Accounts, to);
        var c = ledger.Columns;
        to.Column(c.Debited);
        to.Column(c.Credited);
        to.Column(c.CreditMinor, c.DebitMinor, to.Column(c.DebitMinor));
        to.Column(c.CreditDay, c.DebitDay, to.Column(c.DebitDay));
        to.Column(c.CreditInstant, c.DebitInstant, to.Column(c.DebitInstant));
        to.Column(c.Kind);
        to.Column(c.Flags);
        to.Column(c.Legs);
        to.Column(c.RowStart);
        to.Column(c.RowStatement);
        to.Column(c.RowNumber);
        to.List(ledger.Statements, (w, s) =>
        {
            w.Text(s.Document.Hex);
            w.Text(s.Id);
        });
        to.List(ledger.UnevidencedGroups, (w, g) =>
        {
            w.Number(g.Account);
            w.Day(g.Day);
        });
        to.List(ledger.Breaks, (w, b) =>
        {
            w.Text(b.Account);
            w.Day(b.LastCovered);
            w.Number(b.Returns?.Number);
            w.Number(b.BalanceOut);
            w.Number(b.BalanceBack);
        });
        to.List(ledger.SelfTransfers, (w, r) => w.Row(r));
    }

    public static Ledger Read(EntryReader from)
    {
        var accounts = new AccountColumns(from);
        var (debited, credited) = (from.Column<int>(), from.Column<int>());
        var (debitMinor, creditMinor) = (from.Column<long>(), from.Column<long>());
        var (debitDay, creditDay) = (from.Column<int>(), from.Column<int>());
        var (debitInstant, creditInstant) = (from.Column<long>(), from.Column<long>());
        var columns = new LedgerColumns
        {
            Debited = debited,
            Credited = credited,
            DebitMinor = debitMinor,
            CreditMinor = creditMinor,
            DebitDay = debitDay,
            CreditDay = creditDay,
            DebitInstant = debitInstant,
            CreditInstant = creditInstant,
            Kind = from.Column<MovementKind>(),
            Flags = from.Column<MovementFlags>(),
            Legs = from.Column<int>(),
            RowStart = from.Column<int>(),
            RowStatement = from.Column<int>(),
            RowNumber = from.Column<int>(),
        };
        var statements = from.List(r => new LedgerStatement(new Sha256(r.Text()), r.Text()));
        var unevidenced = from.List(r => new DayGroup(r.Int(), r.Day()));
        var breaks = from.List(r => new CoverageBreak(r.Text(), r.Day(), r.NumberOrNone() is { } day ? new Day(checked((int)day)) : null, r.Number(), r.Number()));
        return new Ledger(columns, accounts, statements, unevidenced, breaks, from.List(r => r.Row()), accounts.IndexOf);
    }
}
