using FinInvest.Graph.Reconcile.Columns;

namespace FinInvest.Graph.Reconcile.Statements;

/// <summary>
/// Lays one account's periods out as legs: the opening, the rows up to the as-of date, and between periods the whole balance to OUTSIDE and
/// back (definitions A7).
/// </summary>
internal sealed class Coverage(PostingColumns c, LegColumns legs, LedgerDraft draft, Day asOf)
{
    private readonly List<LedgerAccount> accounts = [new("OUTSIDE", "", AccountCoverage.External, [], Day.None)];

    /// <summary>Accounts by ledger index, OUTSIDE first.</summary>
    public IReadOnlyList<LedgerAccount> Accounts => accounts;

    /// <summary>Rows of amount zero: they make no parcel and no movement (definitions A1).</summary>
    public int ZeroRows { get; private set; }

    public int AddAccount(LedgerAccount account)
    {
        accounts.Add(account);
        return draft.AddAccount(account);
    }

    /// <returns>Number of rows after the as-of date, which do not count.</returns>
    public int Lay(AccountHistory history, string currency)
    {
        var id = c.Names[history.Account];
        if (history.Coverage == AccountCoverage.Unreconciled)
        {
            var account = AddAccount(new LedgerAccount(id, currency, history.Coverage, [], asOf));
            return AddRows(account, history.Periods[0], c.ValueDay);
        }

        var periods = history.Periods.Where(p => p.Days.From <= asOf).ToList();
        var covered = new List<DayRange>();
        foreach (var days in periods.Select(p => p.Days))
        {
            var range = days.To > asOf ? days with { To = asOf } : days;
            if (covered.Count > 0 && covered[^1].To.AddDays(1) >= range.From)
            {
                covered[^1] = covered[^1] with { To = range.To };
            }
            else
            {
                covered.Add(range);
            }
        }

        var index = AddAccount(new LedgerAccount(id, currency, periods.Count > 0 ? AccountCoverage.Reconciled : AccountCoverage.External, covered,
            covered.Count > 0 ? covered[^1].To : asOf));
        return history.Periods.Where(p => p.Days.From > asOf).Sum(p => p.Sides.Length) + LayPeriods(id, index, periods);
    }

    private int LayPeriods(string id, int account, List<Period> periods)
    {
        var late = 0;
        for (var i = 0; i < periods.Count; i++)
        {
            var period = periods[i];
            if (i == 0)
            {
                Enter(account, period, MovementKind.Opening);
            }
            else if (periods[i - 1].Days.To.AddDays(1) != period.Days.From || periods[i - 1].Closing != period.Opening)
            {
                Leave(account, periods[i - 1]);
                draft.Breaks.Add(new CoverageBreak(id, periods[i - 1].Days.To, period.Days.From, periods[i - 1].Closing, period.Opening));
                Enter(account, period, MovementKind.GapReturn);
            }

            late += AddRows(account, period, c.BookingDay);
        }

        if (periods.Count > 0 && periods[^1].Days.To < asOf)
        {
            Leave(account, periods[^1]);
            draft.Breaks.Add(new CoverageBreak(id, periods[^1].Days.To, null, periods[^1].Closing, 0));
        }

        return late;
    }

    private int AddRows(int account, Period period, int[] days)
    {
        var late = 0;
        foreach (var side in period.Sides)
        {
            if (days[side >> 1] > asOf.Number)
            {
                late++;
            }
            else if (c.MinorOf(side) == 0)
            {
                ZeroRows++;
            }
            else
            {
                legs.Add(account, side, MovementKind.Transfer, c.MinorOf(side), days[side >> 1]);
            }
        }

        foreach (var day in (period.Unevidenced ?? new HashSet<int>()).Where(d => d <= asOf.Number))
        {
            draft.UnevidencedGroups.Add(new DayGroup(account, new Day(day)));
        }

        return late;
    }

    private void Enter(int account, Period period, MovementKind kind)
    {
        if (period.Opening != 0)
        {
            legs.Add(account, -1, period.Opening > 0 ? kind : MovementKind.OpeningDebt, period.Opening, period.Days.From.Number);
        }
    }

    private void Leave(int account, Period period)
    {
        if (period.Closing != 0)
        {
            legs.Add(account, -1, MovementKind.GapOut, -Math.Max(0, period.Closing), period.Days.To.Number);
        }
    }
}
