using System.Numerics;
using System.Text.Json;
using FinInvest.Graph.Reconcile;
using FinInvest.Graph.Tests.Cases;
using FinInvest.Graph.Trace.Paths;
using Xunit;

namespace FinInvest.Graph.Tests.Trace.Paths;

/// <summary>The paths of every definition case as an independent implementation counted and ranked them.</summary>
public class DefinitionCasePathTests
{
    public static TheoryData<string> Cases => [.. DefinitionCase.Names() is { Count: > 0 } names ? names : ["L1-00"]];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Paths_equal_the_expected_ones(string name) => Compare(DefinitionCase.Read(name));

    internal static void Compare(DefinitionCase c)
    {
        var r = LedgerBuilder.Build(c.Facts, c.Pages);
        var named = c.Case.GetProperty("proceeds").EnumerateArray().Select(p => p.GetProperty("row").GetString()!).ToHashSet(StringComparer.Ordinal);
        foreach (var route in c.Expected.GetProperty("routes").EnumerateObject())
        {
            foreach (var (key, k) in new[] { ("amount", 3), ("arrival", 1) })
            {
                var result = PathFinder.Find(r, route.Name, new PathOptions { Key = key, K = k, TiesMax = 1000, CountWorkMax = 100_000_000 });
                Assert.Equal(route.Value.GetProperty("chains").GetInt64(), result.Chains);
                var want = route.Value.GetProperty(key).EnumerateArray().Select(p => Wanted(p, key)).Order(StringComparer.Ordinal);
                Assert.Equal(want, result.Paths.Select(p => Told(r, p, key, named)).Order(StringComparer.Ordinal));
                Assert.Equal(result.Paths.Select(p => p.Hops.Count), key == "arrival" ? result.Paths.Select(p => p.Hops.Count).Order() : result.Paths.Select(p => p.Hops.Count));
            }
        }
    }

    /// <summary>Where several chains share the accounts and tie, any of them may stand for the path: only what they have in common is compared.</summary>
    private static string Wanted(JsonElement path, string key)
    {
        var others = path.GetProperty("others").GetInt64();
        var chain = others == 0 ? string.Join(' ', path.GetProperty("chain").EnumerateArray().Select(x => x.GetString())) : "";
        var least = key == "amount" || others == 0 ? path.GetProperty("least").GetString() : "";
        return $"{string.Join(' ', path.GetProperty("accounts").EnumerateArray().Select(x => x.GetString()))} least {least} minute {path.GetProperty("arrival").GetInt64()} others {others} {chain}";
    }

    private static string Told(Reconciliation r, AssetPath path, string key, HashSet<string> named)
    {
        var chain = path.OtherChains == 0 ? string.Join(' ', path.Hops.Select((h, i) => Row(r.Ledger, h.Movement, i == 0 ? named : null))) : "";
        var least = key == "amount" || path.OtherChains == 0 ? Reference(r, path) : "";
        return $"{string.Join(' ', path.Accounts)} least {least} minute {path.Arrival.Number * 1440L} others {path.OtherChains} {chain}";
    }

    /// <summary>A movement may rest on several rows (both banks, overlapping statements): the one the case names, else the first.</summary>
    private static string Row(Ledger ledger, int movement, HashSet<string>? named)
    {
        var rows = ledger.RowsOf(movement).ToArray().Select(k => k.Alias).ToList();
        return rows.Find(a => named?.Contains(a) == true) ?? rows[0];
    }

    /// <summary>The smallest amount in reference units as a fraction in lowest terms.</summary>
    private static string Reference(Reconciliation r, AssetPath path)
    {
        var rate = r.Register.Rates[path.Currency];
        var (p, q) = (path.Least * (BigInteger)rate.P, (BigInteger)rate.Q);
        var common = BigInteger.GreatestCommonDivisor(p, q);
        return q == common ? (p / common).ToString() : $"{p / common}/{q / common}";
    }
}
