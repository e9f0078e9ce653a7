namespace FinInvest.Graph.Assess.Support;

/// <summary>
/// MF-6: for each account of the corridor (definitions E2) the days from its opening to its last corridor debit, and how many of them reconciled
/// statements cover. Opening = the first day from which its rows are held. An account without a reconciled statement has no covered day.
/// <code>
///  forward:  earliest place in the case order at which claim money can be on an account
///  backward: latest debit of an account from which the target can still be reached      corridor: forward is before backward
/// </code>
/// </summary>
internal sealed class CorridorCoverage
{
    private readonly Ledger ledger;
    private readonly Register register;
    private readonly ILookup<int, Acquisition> bought;
    private readonly Dictionary<int, Acquisition> sold;
    private readonly int[] firstTaint;
    private readonly int[] lastDebit;

    private CorridorCoverage(Ledger ledger, Register register)
    {
        this.ledger = ledger;
        this.register = register;
        bought = register.Acquisitions.SelectMany(a => a.Lines.Select(l => (l.Movement, Acquisition: a))).ToLookup(p => p.Movement, p => p.Acquisition);
        sold = register.Acquisitions.Where(a => a.SoldMovement >= 0).DistinctBy(a => a.SoldMovement).ToDictionary(a => a.SoldMovement);
        firstTaint = new int[ledger.Accounts.Count];
        lastDebit = new int[ledger.Accounts.Count];
        Array.Fill(firstTaint, int.MaxValue);
        Array.Fill(lastDebit, -1);
    }

    public IReadOnlyList<AccountDays> Accounts { get; private set; } = [];
    public long Covered => Accounts.Sum(a => (long)a.Covered);
    public long Needed => Accounts.Sum(a => (long)a.Needed);

    public static CorridorCoverage Of(Reconciliation reconciliation, string target)
    {
        var coverage = new CorridorCoverage(reconciliation.Ledger, reconciliation.Register);
        coverage.Forward(reconciliation.Register.Claims.Select(c => c.Movement).ToHashSet());
        var end = coverage.Backward(target);
        coverage.Count(end);
        return coverage;
    }

    private void Forward(HashSet<int> claims)
    {
        var carries = new bool[ledger.Count];
        var tainted = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at < ledger.Legs.Length; at++)
        {
            var (movement, isCredit) = (ledger.Legs[at] >> 1, (ledger.Legs[at] & 1) == 1);
            if (!isCredit)
            {
                carries[movement] = firstTaint[ledger.Debited[movement]] < at;
                foreach (var asset in carries[movement] ? bought[movement] : [])
                {
                    tainted.Add(asset.Asset);
                }
            }
            else if (carries[movement] || claims.Contains(movement) || (sold.TryGetValue(movement, out var source) && tainted.Contains(source.Asset)))
            {
                var account = ledger.Credited[movement];
                firstTaint[account] = Math.Min(firstTaint[account], at);
            }
        }
    }

    /// <returns>For a closing balance, the account that must be covered to the as-of date, and that day; else (-1, none).</returns>
    private (int Account, Day Day) Backward(string target)
    {
        var wanted = new HashSet<int>();
        var acquisition = register.Acquisitions.FirstOrDefault(a => a.Key == target);
        Want(acquisition);
        var held = acquisition is null && target.StartsWith("balance:", StringComparison.Ordinal) ? ledger.AccountIndex(target["balance:".Length..]) : -1;
        var reaches = new bool[ledger.Count];
        for (var at = ledger.Legs.Length - 1; at >= 0; at--)
        {
            var (movement, isCredit) = (ledger.Legs[at] >> 1, (ledger.Legs[at] & 1) == 1);
            if (isCredit)
            {
                var account = ledger.Credited[movement];
                reaches[movement] = account == held || lastDebit[account] > at;
                Want(reaches[movement] ? sold.GetValueOrDefault(movement) : null);
            }
            else if ((wanted.Contains(movement) || reaches[movement]) && lastDebit[ledger.Debited[movement]] < 0)
            {
                lastDebit[ledger.Debited[movement]] = at;
            }
        }

        return held < 0 ? (-1, Day.None) : (held, register.AsOf);

        // The price lines of an acquisition, and of those it was exchanged for one after the other.
        void Want(Acquisition? last)
        {
            for (var a = last; a is not null; a = register.Acquisitions.FirstOrDefault(b => b.Asset == a.Asset && b.Index == a.Index - 1 && b.ExchangedForNext))
            {
                wanted.UnionWith(a.Lines.Select(l => l.Movement));
            }
        }
    }

    private void Count((int Account, Day Day) end)
    {
        var opening = new int[ledger.Accounts.Count];
        Array.Fill(opening, int.MaxValue);
        for (var m = 0; m < ledger.Count; m++)
        {
            opening[ledger.Debited[m]] = Math.Min(opening[ledger.Debited[m]], ledger.DebitDay[m]);
            opening[ledger.Credited[m]] = Math.Min(opening[ledger.Credited[m]], ledger.CreditDay[m]);
        }

        var rows = new List<AccountDays>();
        for (var a = 1; a < ledger.Accounts.Count; a++)
        {
            var isHeld = a == end.Account && firstTaint[a] != int.MaxValue;
            if (!isHeld && (lastDebit[a] < 0 || firstTaint[a] >= lastDebit[a]))
            {
                continue;
            }

            var account = ledger.Accounts[a];
            var last = isHeld ? end.Day : new Day(ledger.DebitDay[ledger.Legs[lastDebit[a]] >> 1]);
            var first = account.Covered.Count == 0 ? new Day(opening[a]) : new Day(Math.Min(opening[a], account.Covered[0].From.Number));
            var needed = new DayRange(first, last);
            var covered = account.Coverage == AccountCoverage.Reconciled ? account.Covered.Sum(p => Within(p, needed)) : 0;
            rows.Add(new AccountDays(account.Id, needed, needed.Days, covered));
        }

        Accounts = [.. rows.OrderBy(r => r.Account, StringComparer.Ordinal)];
    }

    private static int Within(DayRange period, DayRange needed) =>
        period.Overlaps(needed) ? new DayRange(period.From > needed.From ? period.From : needed.From, period.To < needed.To ? period.To : needed.To).Days : 0;
}
