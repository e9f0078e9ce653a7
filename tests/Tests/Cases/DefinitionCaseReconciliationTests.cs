using System.Globalization;
using System.Text.Json;
using FinInvest.Graph.Reconcile;
using Xunit;

namespace FinInvest.Graph.Tests.Cases;

/// <summary>What reconciliation finds in the definition cases: flags, pairs, gaps, days without evidenced order, orders, claims.</summary>
public class DefinitionCaseReconciliationTests
{
    public static TheoryData<string> Names => [.. DefinitionCase.Names() is { Count: > 0 } names ? names : ["L1-00"]];

    [Theory]
    [MemberData(nameof(Names))]
    public void Flags_gaps_and_unevidenced_days_are_as_expected(string name) => CompareFlags(DefinitionCase.Read(name));

    internal static void CompareFlags(DefinitionCase c)
    {
        var r = LedgerBuilder.Build(c.Facts, c.Pages);
        Assert.Equal(c.Expected.GetProperty("flags").EnumerateArray().Select(f => Flag(f.GetString()!)).Order(StringComparer.Ordinal), r.Notes);
        Assert.Equal(c.Expected.GetProperty("breaks").EnumerateArray().Select(b => (b[0].GetString()!, b[1].GetInt32(), b[2].ValueKind == JsonValueKind.Null ? (int?)null : b[2].GetInt32())),
            r.Ledger.Breaks.Select(b => (b.Account, b.LastCovered.Number, b.Returns?.Number)));
        Assert.Equal(c.Expected.GetProperty("unevidenced").EnumerateArray().Select(g => (g[0].GetString()!, g[1].GetInt32())),
            r.Ledger.UnevidencedGroups.Select(g => (r.Ledger.Accounts[g.Account].Id, g.Day.Number)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Pairs_are_as_expected(string name) => ComparePairs(DefinitionCase.Read(name));

    internal static void ComparePairs(DefinitionCase c)
    {
        var r = LedgerBuilder.Build(c.Facts, c.Pages);
        Assert.Equal(c.Expected.GetProperty("pairs").EnumerateObject().Select(p => $"{p.Name} {p.Value.GetString()}").Order(StringComparer.Ordinal),
            r.Pairs.Select(p => $"{p.Debit.Alias} {p.Credit.Alias}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Accounts_keep_their_order_and_balances_foot(string name) => CompareOrder(DefinitionCase.Read(name));

    internal static void CompareOrder(DefinitionCase c)
    {
        var l = LedgerBuilder.Build(c.Facts, c.Pages).Ledger;
        c.Expected.TryGetProperty("order", out var order);
        var rows = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var balance = new long[l.Accounts.Count];
        foreach (var leg in l.Legs)
        {
            var (m, debit) = (leg / 2, leg % 2 == 0);
            var account = debit ? l.Debited[m] : l.Credited[m];
            balance[account] = l.Kind[m] switch
            {
                MovementKind.OpeningDebt => -l.DebitMinor[m],
                MovementKind.GapOut => 0,
                _ => balance[account] + (debit ? -l.DebitMinor[m] : l.CreditMinor[m]),
            };
            if (l.RowsOf(m).Length > 0)
            {
                var key = debit || l.Debited[m] == 0 ? l.RowsOf(m)[0] : l.RowsOf(m)[^1];
                (rows.TryGetValue(l.Accounts[account].Id, out var list) ? list : rows[l.Accounts[account].Id] = []).Add(key.Alias);
            }
        }

        if (order.ValueKind == JsonValueKind.Object)
        {
            foreach (var account in order.EnumerateObject())
            {
                Assert.Equal(account.Value.EnumerateArray().Select(v => v.GetString()), rows.GetValueOrDefault(account.Name, []));
            }
        }

        var last = c.Case.GetProperty("statements").EnumerateArray().GroupBy(s => s.GetProperty("account").GetString()!)
            .ToDictionary(g => g.Key, g => g.MaxBy(s => s.GetProperty("to").GetInt32()).GetProperty("closing").GetInt64(), StringComparer.Ordinal);
        foreach (var (account, i) in l.Accounts.Select((a, i) => (a, i)).Where(a => a.a.Coverage == AccountCoverage.Reconciled && a.a.StatedAsOf.Number == 100))
        {
            Assert.Equal(last[account.Id], balance[i]);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Claims_and_assets_are_as_expected(string name)
    {
        var c = DefinitionCase.Read(name);
        var r = LedgerBuilder.Build(c.Facts, c.Pages);
        var expected = c.Expected.GetProperty("rules").GetProperty("fifo").GetProperty("P");
        var named = r.Register.Claims.GroupBy(k => r.Register.Owners.Labels[k.Owner]).ToDictionary(g => g.Key, g => g.Sum(k => k.Minor), StringComparer.Ordinal);
        // Reversed proceeds lower P and amounts in another currency are counted by origin (level 6): that is for the rules.
        if (c.Level < 6)
        {
            Assert.Equal(expected.EnumerateObject().Where(p => p.Value.GetInt64() != 0).ToDictionary(p => p.Name, p => p.Value.GetInt64(), StringComparer.Ordinal), named);
        }

        Assert.Equal(c.Expected.GetProperty("rules").GetProperty("fifo").GetProperty("assets").EnumerateObject().Select(a => a.Name), r.Register.Acquisitions.Select(a => a.Key));
        Assert.All(r.Refused, f => Assert.True(f.Code is "ROW_DOES_NOT_COUNT", f.ToString()));
    }

    /// <summary>Days of the cases are numbers; sentences of the product show dates.</summary>
    private static string Flag(string expected)
    {
        var words = expected.Split(' ');
        if (words[0] != "OUTSIDE:")
        {
            return expected;
        }

        var days = words[2].Split('-').Select(d => new Day(int.Parse(d, CultureInfo.InvariantCulture))).ToList();
        return $"OUTSIDE: {words[1]} {new DayRange(days[0], days[1])}";
    }
}
