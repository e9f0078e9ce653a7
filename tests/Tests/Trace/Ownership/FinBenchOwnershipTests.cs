using System.Globalization;
using FinInvest.Graph.Trace.Ownership;
using Xunit;

namespace FinInvest.Graph.Tests.Trace.Ownership;

/// <summary>The companies of LDBC FinBench's example snapshot: 5,000 interests, 457 companies on one loop, some shares summing to a hair above 1.</summary>
public class FinBenchOwnershipTests
{
    [Fact]
    public void Ten_companies_have_the_owners_of_an_independent_dense_solution()
    {
        var (facts, shares) = Load();
        var names = shares.SelectMany(s => new[] { s.Owner, s.Target }).Distinct().Order(StringComparer.Ordinal).ToList();
        var companies = names.Where(n => n[0] == 'C').ToList();
        var place = companies.Select((c, i) => (c, i)).ToDictionary(x => x.c, x => x.i);
        var wanted = companies.Where((_, i) => i % (companies.Count / 10) == 3).Take(10).ToList();
        var visits = DenseVisits.Of(companies, place, shares, wanted);
        var compared = 0;
        for (var w = 0; w < wanted.Count; w++)
        {
            var result = OwnershipAnalyst.Owners(facts, wanted[w], new Day(20_000));
            var got = result.Owners.Where(o => o.Party[0] == 'P').ToDictionary(o => o.Party, o => o.Low);
            var want = shares.Where(s => s.Owner[0] == 'P').GroupBy(s => s.Owner).ToDictionary(g => g.Key, g => g.Sum(s => visits[place[s.Target]][w] * s.Share));
            foreach (var (person, share) in want)
            {
                Assert.Equal(share, got.GetValueOrDefault(person), 9);
                compared += share > 1e-9 ? 1 : 0;
            }
        }

        Assert.True(compared > 1000, $"only {compared} interests were compared");
    }

    private static (CaseFacts Facts, List<(string Owner, string Target, double Share)> Shares) Load()
    {
        var folder = PublicData.Require("data/ldbc-finbench/data/snapshot");
        var shares = new List<(string Owner, string Target, double Share)>();
        var rows = new List<FactRow>();
        foreach (var (file, prefix) in new[] { ("PersonInvestCompany.csv", "P"), ("CompanyInvestCompany.csv", "C") })
        {
            foreach (var line in File.ReadLines(Path.Combine(folder, file)).Skip(1).Select(l => l.Split('|')))
            {
                var share = decimal.Parse(line[2], NumberStyles.Float, CultureInfo.InvariantCulture);
                shares.Add((prefix + line[0], "C" + line[1], (double)share));
                rows.Add(new FactRow(new OwnershipInterest(file[0] + rows.Count.ToString(CultureInfo.InvariantCulture), prefix + line[0], "C" + line[1], Share.Exact(share)), Sha256.Of([]), rows.Count + 1));
            }
        }

        return (new CaseFacts(rows, [], [], default), shares);
    }
}
