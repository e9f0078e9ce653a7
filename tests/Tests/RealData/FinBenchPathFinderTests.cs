using System.Text.Json;
using FinInvest.Graph.Model.Ledgers;
using FinInvest.Graph.Trace.Paths;
using Xunit;

namespace FinInvest.Graph.Tests.RealData;

/// <summary>The 80 path queries of LDBC FinBench through the product: files by the mapping, reconciliation, PathFinder.</summary>
public class FinBenchPathFinderTests(LoadedOnce once) : IClassFixture<LoadedOnce>
{
    private const int HopsMax = 3;

    [Fact]
    public async Task Shortest_paths_inside_a_window_equal_the_expected_answers()
    {
        var r = (await LoadAsync()).Facts;
        foreach (var (args, result) in Queries("tcr3"))
        {
            var found = PathFinder.Find(r, $"balance:a:{args[1]}", new PathOptions
            {
                From = $"account:a:{args[0]}", Key = "steps", K = 1, HopsMax = 30, OrderWindow = true, Moments = (args[2] + 1, args[3] - 1), TiesMax = 0, CountWorkMax = 0,
            });
            Assert.Equal(result.GetInt32(), found.Paths.Count == 0 ? -1 : found.Paths[0].Hops.Count);
        }
    }

    [Fact]
    public async Task All_simple_paths_of_a_persons_accounts_equal_the_expected_answers()
    {
        var loaded = await LoadAsync();
        var paths = 0;
        foreach (var (args, result) in Queries("tcr5"))
        {
            var want = result.EnumerateArray().Select(p => string.Join(' ', p.EnumerateArray().Select(x => $"a:{x.GetInt64()}"))).Order(StringComparer.Ordinal).ToList();
            var holders = loaded.Review.File.Facts.All<AccountHolder>().Where(h => h.Party == $"p:{args[0]}").ToList();
            var got = new List<string>();
            foreach (var target in Ends(loaded.Facts.Ledger, holders, want))
            {
                foreach (var account in holders.Where(h => "balance:" + h.Account != target))
                {
                    got.AddRange(PathFinder.Find(loaded.Facts, target, Asked(args, "account:" + account.Account)).Paths.Select(p => string.Join(' ', p.Accounts)));
                }
            }

            Assert.Equal(want, got.Order(StringComparer.Ordinal));
            paths += want.Count;
        }

        Assert.True(paths > 2000, $"only {paths} paths were compared");
    }

    [Fact]
    public async Task With_the_holder_as_the_first_hop_the_paths_are_those_of_brute_force()
    {
        var loaded = await LoadAsync();
        var (paths, fewer) = (0, 0);
        foreach (var (args, result) in Queries("tcr5"))
        {
            var holders = loaded.Review.File.Facts.All<AccountHolder>().Where(h => h.Party == $"p:{args[0]}").ToList();
            var want = Walks(loaded.Facts.Ledger, holders, (args[1] + 1, args[2] - 1));
            var got = new List<string>();
            foreach (var target in Ends(loaded.Facts.Ledger, holders, want))
            {
                // An account of the person may be where a path ends, though not without a payment.
                got.AddRange(PathFinder.Find(loaded.Facts, target, Asked(args, $"party:p:{args[0]}")).Paths.Where(p => p.Accounts.Count > 2).Select(p => string.Join(' ', p.Accounts)));
            }

            Assert.Equal(want, got.Order(StringComparer.Ordinal));
            paths += want.Count;
            fewer += result.GetArrayLength() - want.Count;
        }

        // Fewer than the benchmark's own answers, which do not ask when an account was opened.
        Assert.True(paths > 1000 && fewer >= 0, $"{paths} paths, {fewer} fewer than without the holder's dates");
    }

    private static PathOptions Asked(long[] args, string from) => new()
    {
        From = from, Key = "steps", K = 10_000, HopsMax = HopsMax, Moments = (args[1] + 1, args[2] - 1), SimpleAccounts = from.StartsWith("account:", StringComparison.Ordinal), CountWorkMax = 0, LinksMax = 1,
    };

    /// <summary>Every account that the expected paths or any walk without regard to time end at, and some that none does.</summary>
    private static IEnumerable<string> Ends(Ledger ledger, List<AccountHolder> holders, IEnumerable<string> paths)
    {
        var ends = paths.Select(p => p[(p.LastIndexOf(' ') + 1)..]).ToHashSet(StringComparer.Ordinal);
        var next = Enumerable.Range(0, ledger.Count).ToLookup(m => ledger.Debited[m], m => ledger.Credited[m]);
        var near = holders.Select(h => ledger.AccountIndex(h.Account)).Where(a => a > 0).ToHashSet();
        for (var hop = 0; hop < HopsMax && near.Count < 60; hop++)
        {
            near.UnionWith(near.SelectMany(a => next[a]).ToList());
        }

        ends.UnionWith(near.Where(a => a > 0).Order().Take(60).Select(a => ledger.Accounts[a].Id));
        return ends.Order(StringComparer.Ordinal).Select(e => "balance:" + e);
    }

    /// <summary>All simple walks in time of one to three payments, from accounts that the person held by then.</summary>
    private static List<string> Walks(Ledger ledger, List<AccountHolder> holders, (long First, long Last) window)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var next = Enumerable.Range(0, ledger.Count).Where(m => ledger.DebitMinor[m] > 0 && ledger.DebitInstant[m] >= window.First && ledger.DebitInstant[m] <= window.Last).ToLookup(m => ledger.Debited[m]);
        foreach (var h in holders)
        {
            Walk([ledger.AccountIndex(h.Account)], (h.From?.Number ?? 0) * 86_400_000L, h.Party);
        }

        return [.. found.Order(StringComparer.Ordinal)];

        void Walk(List<int> at, long moment, string party)
        {
            if (at.Count > 1)
            {
                found.Add($"{party} {string.Join(' ', at.Select(a => ledger.Accounts[a].Id))}");
            }

            foreach (var m in at.Count > HopsMax ? [] : next[at[^1]].Where(m => ledger.DebitInstant[m] >= moment && !at.Contains(ledger.Credited[m])))
            {
                Walk([.. at, ledger.Credited[m]], ledger.DebitInstant[m] + 1, party);
            }
        }
    }

    private static IEnumerable<(long[] Args, JsonElement Result)> Queries(string kind)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(PublicData.Require("bench/finbench-mini"), "expected.json")));
        var all = document.RootElement.Clone().EnumerateArray().Where(q => q.GetProperty("op").GetString() == kind).ToList();
        Assert.Equal(40, all.Count);
        return all.Select(q => (q.GetProperty("args").EnumerateArray().Select(a => a.GetInt64()).ToArray(), q.GetProperty("result")));
    }

    private Task<LoadedCase> LoadAsync()
    {
        var folder = PublicData.Require("data/ldbc-finbench/data/snapshot");
        string[] files = ["Person.csv", "Account.csv", "PersonOwnAccount.csv", "AccountTransferAccount.csv"];
        return once.Of(() => LoadedCase.OfAsync("ldbc-finbench", [.. files.Select(f => Path.Combine(folder, f))],
            ("case.csv", "id,question,as_of,currencies\nfinbench,Which paths are there?,2024-01-01,USD:2\n")));
    }
}
