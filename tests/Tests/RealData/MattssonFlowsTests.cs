using System.Globalization;
using Xunit;

namespace FinInvest.Graph.Tests.RealData;

/// <summary>
/// Examples of follow-the-money with its expected flows under homogeneous mixing, which is the rolling pro rata rule: every deposit is an act of its
/// own, and what each account holds of it at the end is the sum of the expected flows of that deposit that end there.
/// </summary>
public class MattssonFlowsTests
{
    [Theory]
    [InlineData("1_base_functionality", "network_txns.csv", "network_flows_mixed.csv", 3)]
    [InlineData("1_base_functionality", "account_txns.csv", "account_flows_mixed.csv", 5)]
    [InlineData("5_provider_fees", "account_txns_fees.csv", "account_fees_flows_mixed.csv", 5)]
    public async Task Rolling_ends_where_the_expected_mixed_flows_end(string example, string file, string flows, int deposits)
    {
        var folder = Path.Combine(PublicData.Require("data/mattsson-flows/examples"), example);
        var expected = File.ReadLines(Path.Combine(folder, "output", flows)).Skip(1).Select(Flow).ToList();
        string[] ids = [.. expected.Select(f => f.Deposit).Distinct()];
        Assert.Equal(deposits, ids.Length);
        await using var loaded = await LoadedCase.OfAsync("mattsson-flows", [Path.Combine(folder, file)],
            ("case.csv", "id,question,as_of,currencies\nflows,Where does each deposit end?,2020-01-01,USD:6\n"),
            ("parties.csv", "id,name\nvictim,Depositors\n"),
            ("acts.csv", "id,name\n" + Lines(ids, id => $"A{id},deposit {id}")),
            ("episodes.csv", "id,act,victim,currency,amount\n" + Lines(ids, id => $"E{id},A{id},victim,USD,{Deposited(folder, file, id)}")),
            ("proceeds.csv", "episode,row\n" + Lines(ids, id => $"E{id},{id}")));
        Assert.Equal(0, loaded.Outcome.RejectsTotal);
        Assert.Empty(loaded.Facts.Refused);

        var closing = loaded.Review.Trace("rolling", [.. loaded.Facts.Ledger.Accounts.Skip(1).Select(a => "balance:" + a.Id)], []).Closing;
        var got = closing.SelectMany(c => c.Owners.Where(o => o.Class == OwnerClass.Claim), (c, o) => (Key: $"{o.Owner} in {c.Account}", o.Minor)).ToDictionary(x => x.Key, x => x.Minor);
        var want = expected.GroupBy(f => $"K:A{f.Deposit}:victim in {f.End}").ToDictionary(g => g.Key, g => (Minor: g.Sum(f => f.Micro), Debits: g.Count()));
        Assert.Equal(want.Keys.Order(StringComparer.Ordinal), got.Keys.Order(StringComparer.Ordinal));
        var exact = file == "network_txns.csv";
        Assert.All(want, w => Assert.InRange(got[w.Key] - w.Value.Minor, exact ? 0 : -w.Value.Debits, exact ? 0 : w.Value.Debits));
    }

    /// <summary>A line of expected flows: its first transaction, its last account and what arrives there. Its lists: each list is one quoted cell.</summary>
    private static (string Deposit, string End, long Micro) Flow(string line)
    {
        var lists = line.Split('"', StringSplitOptions.RemoveEmptyEntries).Where(p => p[0] == '[').Select(p => p.Trim('[', ']').Split(',')).ToList();
        var (transactions, amounts, accounts) = (lists[0], lists[2], lists[5]);
        return (transactions[0], accounts[^1], (long)(decimal.Parse(amounts[^1], CultureInfo.InvariantCulture) * 1_000_000));
    }

    private static string Deposited(string folder, string file, string id)
    {
        var at = file.StartsWith("network", StringComparison.Ordinal) ? 0 : 2;
        return File.ReadLines(Path.Combine(folder, file)).Select(l => l.Split(',')).Single(w => w[at] == id)[5];
    }

    private static string Lines(IEnumerable<string> ids, Func<string, string> line) => string.Concat(ids.Select(id => line(id) + "\n"));
}
