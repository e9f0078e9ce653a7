using System.Globalization;
using FinInvest.Graph.Tests.Trace.Ownership;
using Xunit;

namespace FinInvest.Graph.Tests.RealData;

/// <summary>LDBC FinBench's example snapshot by its mapping, one of its transfers as the act.</summary>
public class FinBenchCaseTests(LoadedOnce once) : IClassFixture<LoadedOnce>
{
    /// <summary>Data row of AccountTransferAccount.csv whose credit is the proceeds.</summary>
    private const int ActRow = 685;

    private static string Folder => PublicData.Require("data/ldbc-finbench/data/snapshot");

    [Fact]
    public async Task Every_row_of_eighteen_files_is_loaded_or_rejected_with_a_reason()
    {
        var loaded = await LoadAsync();
        var receipts = loaded.Outcome.Receipt.Documents.ToDictionary(d => d.Document.Name);
        foreach (var file in Directory.GetFiles(Folder, "*.csv"))
        {
            var name = Path.GetFileName(file);
            var lines = File.ReadLines(file).Skip(1).Count(l => l.Length > 0);
            Assert.Equal((name, lines), (name, (int)(receipts[name].Postings + receipts[name].Facts + receipts[name].Rejects)));
        }

        Assert.All(loaded.Outcome.Rejects, r => Assert.True(r.Code.Length > 0 && r.Sentence.Length > 0));
        Assert.Equal(receipts.Values.Sum(r => r.Rejects), loaded.Outcome.RejectsTotal);
        Assert.Equal(0, loaded.Outcome.RejectsTotal);
        Assert.Contains(loaded.Outcome.Notes, n => n.StartsWith("AccountTransferAccount.csv: ", StringComparison.Ordinal) && n.Contains("half-even", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ids_that_are_both_a_person_and_a_company_stay_two_parties()
    {
        var parties = (await LoadAsync()).Review.File.Facts.All<Party>().ToLookup(p => p.Id[2..], p => p.Id[0]);
        Assert.Equal(37, parties.Count(p => p.Contains('p') && p.Contains('c')));
    }

    [Fact]
    public async Task A_transfer_to_oneself_is_listed_and_not_executed()
    {
        var ledger = (await LoadAsync()).Facts.Ledger;
        Assert.NotEmpty(ledger.SelfTransfers);
        Assert.DoesNotContain(Enumerable.Range(0, ledger.Count), m => ledger.Debited[m] == ledger.Credited[m]);
    }

    [Fact]
    public async Task Ten_companies_half_of_them_in_the_large_cycle_have_the_owners_of_a_dense_solution()
    {
        var loaded = await LoadAsync();
        var shares = loaded.Review.File.Facts.All<OwnershipInterest>().Select(i => (i.Owner, i.Target, Share: (double)i.Share.Low)).ToList();
        var companies = shares.SelectMany(s => new[] { s.Owner, s.Target }).Where(n => n[0] == 'c').Distinct().Order(StringComparer.Ordinal).ToList();
        var place = companies.Select((c, i) => (c, i)).ToDictionary(x => x.c, x => x.i);
        var cycle = Cycle(shares, companies);
        Assert.True(cycle.Count > 100, $"the large cycle has {cycle.Count} companies");
        var wanted = Spread([.. companies.Where(cycle.Contains)]).Concat(Spread([.. companies.Where(c => !cycle.Contains(c) && shares.Any(s => s.Target == c))])).ToList();
        var visits = DenseVisits.Of(companies, place, shares, wanted);
        var compared = 0;
        for (var w = 0; w < wanted.Count; w++)
        {
            var owners = loaded.Review.Owners(wanted[w], null);
            Assert.Equal((wanted[w], true), (wanted[w], owners.HasCycle || !cycle.Contains(wanted[w])));
            var got = owners.Owners.ToDictionary(o => o.Party, o => o.Low);
            foreach (var person in shares.Where(s => s.Owner[0] == 'p').GroupBy(s => s.Owner))
            {
                var want = person.Sum(s => visits[place[s.Target]][w] * s.Share);
                Assert.True(Math.Abs(want - got.GetValueOrDefault(person.Key)) < 1e-9, $"{person.Key} in {wanted[w]}: {got.GetValueOrDefault(person.Key)} instead of {want}");
                compared += want > 1e-9 ? 1 : 0;
            }
        }

        Assert.True(compared > 1000, $"only {compared} interests were compared");
    }

    [Fact]
    public async Task One_transfer_is_traced_to_one_closing_balance_within_its_bounds()
    {
        var loaded = await LoadAsync();
        var mark = Assert.Single(loaded.Facts.Register.Claims);
        var credited = loaded.Facts.Ledger.Accounts[loaded.Facts.Ledger.Credited[mark.Movement]].Id;
        Assert.Equal("a:141300438308750454", credited);
        var any = loaded.Review.Trace("rolling", ["balance:" + credited], []);
        var target = "balance:" + any.Closing.Where(c => c.Account != credited)
            .MaxBy(c => c.Owners.Where(o => o.Class == OwnerClass.Claim).Sum(o => o.Minor))!.Account;
        var bounds = Assert.Single(loaded.Review.Bounds([target]));
        Assert.True(bounds.UpperRecorded > 0);
        foreach (var trace in loaded.Review.Compare([target]))
        {
            var at = Assert.Single(trace.Targets);
            Assert.True(bounds.Floor <= bounds.Lower && bounds.Lower <= at.Traced && at.Traced <= bounds.UpperRecorded && bounds.UpperRecorded <= bounds.UpperOut && bounds.UpperOut <= at.Cost,
                $"{trace.Rule}: floor {bounds.Floor}, L {bounds.Lower}, traced {at.Traced}, U {bounds.UpperRecorded}, with OUTSIDE {bounds.UpperOut}, balance {at.Cost}");
            Assert.True(trace.Rule != "rolling" || at.Traced > 0);
            Assert.Equal(mark.Minor, trace.Closing.SelectMany(c => c.Owners).Where(o => o.Class == OwnerClass.Claim).Sum(o => o.Minor));
        }
    }

    private Task<LoadedCase> LoadAsync()
    {
        var folder = Folder;
        return once.Of(() => LoadedCase.OfAsync("ldbc-finbench", [folder],
            ("case.csv", "id,question,as_of,currencies\nfinbench,What became of one transfer?,2024-01-01,USD:2\n"),
            ("acts.csv", "id,name\nA1,One transfer\n"),
            ("episodes.csv", "id,act,victim,currency,amount\nE1,A1,p:0,USD,9998407.03\n"),
            ("proceeds.csv", "episode,row\n" + string.Create(CultureInfo.InvariantCulture, $"E1,AccountTransferAccount/{ActRow}\n"))));
    }

    private static IEnumerable<string> Spread(List<string> from) => Enumerable.Range(0, 5).Select(i => from[((2 * i) + 1) * from.Count / 10]);

    /// <summary>The companies of the largest loop: what the company with most interests reaches and is reached from.</summary>
    private static HashSet<string> Cycle(List<(string Owner, string Target, double Share)> shares, List<string> companies)
    {
        var up = shares.ToLookup(s => s.Target, s => s.Owner);
        var down = shares.ToLookup(s => s.Owner, s => s.Target);
        var start = companies.MaxBy(c => up[c].Count(o => o[0] == 'c') * down[c].Count())!;
        var both = Reach(up, start);
        both.IntersectWith(Reach(down, start));
        return both;
    }

    private static HashSet<string> Reach(ILookup<string, string> next, string start)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { start };
        var open = new Stack<string>([start]);
        while (open.TryPop(out var at))
        {
            foreach (var n in next[at].Where(seen.Add))
            {
                open.Push(n);
            }
        }

        return seen;
    }
}
