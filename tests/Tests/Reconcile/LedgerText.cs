using System.Globalization;

namespace FinInvest.Graph.Tests.Reconcile;

/// <summary>An effective ledger as lines, so that a test can state it whole: "2 X>Y 100/98 pair S1/2 S2/1" in case order, one line a leg.</summary>
internal static class LedgerText
{
    /// <summary>One line a movement, in case order of its first leg: "day debited>credited amount [kind] [flags]".</summary>
    public static List<string> Movements(Reconciliation r)
    {
        var l = r.Ledger;
        return [.. Enumerable.Range(0, l.Count).Select(m => string.Create(CultureInfo.InvariantCulture,
            $"{(l.Debited[m] == 0 ? l.CreditDay[m] : l.DebitDay[m])} {Name(l, l.Debited[m])}>{Name(l, l.Credited[m])} {Amounts(l, m)}{(l.Kind[m] == MovementKind.Transfer ? "" : " " + l.Kind[m])}"))];
    }

    /// <summary>Rows of one account in its order, by alias; openings and gaps by kind.</summary>
    public static string Order(Reconciliation r, string account)
    {
        var l = r.Ledger;
        var index = l.AccountIndex(account);
        return string.Join(' ', l.Legs.Where(leg => (leg % 2 == 0 ? l.Debited : l.Credited)[leg / 2] == index).Select(leg => l.RowsOf(leg / 2).Length == 0 ? l.Kind[leg / 2].ToString()
            : leg % 2 == 0 || l.Debited[leg / 2] == 0 ? l.RowsOf(leg / 2)[0].Alias : l.RowsOf(leg / 2)[^1].Alias));
    }

    /// <summary>Everything a reader of the result can see.</summary>
    public static string Whole(Reconciliation r) => string.Join('\n', [
        .. r.Ledger.Accounts.Select(a => $"{a.Id} {a.Currency} {a.Coverage} {string.Join(',', a.Covered)} {a.StatedAsOf}"),
        .. Movements(r).Select((m, i) => $"{m} {r.Ledger.Flags[i]} {string.Join(' ', r.Ledger.RowsOf(i).ToArray())}"),
        string.Join(' ', r.Ledger.Legs),
        .. r.Ledger.UnevidencedGroups.Select(g => g.ToString()), .. r.Ledger.Breaks.Select(b => b.ToString()), .. r.Ledger.SelfTransfers.Select(b => b.ToString()),
        .. r.Statements.Select(s => s.ToString()), .. r.Pairs.Select(p => p.ToString()), .. r.Unmatched.Select(u => u.ToString()), .. r.Notes, .. r.Refused.Select(f => f.ToString()),
        .. (r.Passages ?? []).Select(p => p.ToString()), .. r.Register.Owners.Labels, .. r.Register.Claims.Select(k => k.ToString()), .. r.Register.CashProceeds.Select(k => k.ToString()), .. r.Register.Claimants.Select(k => k.ToString()),
        .. r.Register.Reversals.Select(k => k.ToString()), .. r.Register.Links.Select(k => $"{k.Id} {string.Join(' ', k.Credits)} {string.Join(' ', k.Targets)}"),
        .. r.Register.Acquisitions.Select(a => $"{a.Key} {a.SoldMovement} {string.Join(' ', a.Lines)}")]);

    private static string Name(Ledger l, int account) => account == 0 ? "" : l.Accounts[account].Id;

    private static string Amounts(Ledger l, int m) => l.DebitMinor[m] == l.CreditMinor[m] ? l.DebitMinor[m].ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{l.DebitMinor[m]}/{l.CreditMinor[m]}");
}
