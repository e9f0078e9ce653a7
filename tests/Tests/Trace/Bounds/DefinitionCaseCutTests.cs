using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.RegularExpressions;
using FinInvest.Graph.Reconcile;
using FinInvest.Graph.Tests.Cases;
using FinInvest.Graph.Trace.Bounds;
using Xunit;

namespace FinInvest.Graph.Tests.Trace.Bounds;

/// <summary>
/// The minimum cut of all held assets, arc by arc and in order of place, as an independent implementation lists it: credits of the claims, balances held
/// over, transfers by their row. It counts in reference units, times the common denominator of the rates where it met several currencies; the product
/// states minor units of the account.
/// </summary>
public partial class DefinitionCaseCutTests
{
    public static TheoryData<string> Names => [.. DefinitionCase.Names() is { Count: > 0 } names ? names : ["L1-00"]];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_minimum_cut_of_all_assets_is_the_expected_list(string name) => Compare(DefinitionCase.Read(name));

    internal static void Compare(DefinitionCase c)
    {
        var r = LedgerBuilder.Build(c.Facts, c.Pages);
        var all = BoundsCalculator.Compute(r, [.. r.Register.Acquisitions.Select(a => a.Key)], new BoundsOptions()) is { Count: > 0 } results ? results[^1] : null;
        Assert.Equal(c.Expected.TryGetProperty("cut_U", out var cut), all is not null);
        if (all is not null)
        {
            var arcs = cut.EnumerateArray().OrderBy(Place).ToList();
            var sum = arcs.Aggregate(BigInteger.Zero, (s, a) => s + a[2].GetInt64());
            var rates = c.Case.GetProperty("rates").EnumerateObject().ToDictionary(p => p.Name, p => (P: (BigInteger)p.Value[0].GetInt64(), Q: (BigInteger)p.Value[1].GetInt64()), StringComparer.Ordinal);
            var common = rates.Values.Aggregate(BigInteger.One, (m, q) => m / BigInteger.GreatestCommonDivisor(m, q.Q) * q.Q);
            var unit = sum == all.UpperRecorded ? 1 : common;
            Assert.Equal(all.UpperRecorded, (sum + unit - 1) / unit);
            Assert.Equal(arcs.Select(a => Wanted(r, a, currency => rates[currency].P * unit / rates[currency].Q)), all.UpperCut.Select(e => Told(r.Ledger, e)));
        }
    }

    private static int Place(JsonElement arc) => Node().Match(arc[0].GetString()!) is { Success: true } from ? int.Parse(from.Groups[2].ValueSpan, CultureInfo.InvariantCulture)
        : int.Parse(Node().Match(arc[1].GetString()!).Groups[2].ValueSpan, CultureInfo.InvariantCulture);

    private static string Wanted(Reconciliation r, JsonElement arc, Func<string, BigInteger> unit)
    {
        var (from, to) = (arc[0].GetString()!, arc[1].GetString()!);
        var (paid, reached) = (Node().Match(from), Node().Match(to));
        var account = (paid.Success ? paid : reached).Groups[1].Value;
        var currency = r.Ledger.Accounts[r.Ledger.AccountIndex(account)].Currency;
        var minor = BigInteger.DivRem(arc[2].GetInt64(), unit(currency), out var rest);
        Assert.True(rest.IsZero && from != to, $"{arc} is no whole number of minor units of {currency}");
        return paid.Success && reached.Success ? $"balance of {account} held over: {minor} {currency}" : from == "S" ? $"credit of {account}: {minor} {currency}"
            : $"transfer {OnItsWay().Match(paid.Success ? to : from).Groups[1].Value} {minor} {currency}";
    }

    private static string Told(Ledger ledger, CutElement e)
    {
        var currency = ledger.Accounts[ledger.AccountIndex(e.Account)].Currency;
        if (e.Movement < 0)
        {
            Assert.StartsWith($"balance of {e.Account} held over after {e.Day}", e.Text, StringComparison.Ordinal);
            return $"balance of {e.Account} held over: {e.Minor} {currency}";
        }

        Assert.Contains($"{ledger.Accounts[ledger.Debited[e.Movement]].Id} > {ledger.Accounts[ledger.Credited[e.Movement]].Id} on {e.Day}", e.Text, StringComparison.Ordinal);
        return ledger.Debited[e.Movement] == LedgerAccount.Outside ? $"credit of {e.Account}: {e.Minor} {currency}" : $"transfer {ledger.RowsOf(e.Movement)[0].Alias} {e.Minor} {currency}";
    }

    [GeneratedRegex("^\\('n', '([^']+)', ([0-9]+)\\)$")]
    private static partial Regex Node();

    [GeneratedRegex("^\\('t', '([^']+)'\\)$")]
    private static partial Regex OnItsWay();
}
