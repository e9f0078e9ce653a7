using System.Globalization;
using FinInvest.Graph.Trace.Ownership;
using Xunit;

namespace FinInvest.Graph.Tests.Trace.Ownership;

public class OwnershipAnalystTests
{
    private static readonly Day At = new(100);

    [Fact]
    public void A_chain_multiplies_and_the_undeclared_rest_is_unknown()
    {
        var result = OwnershipAnalyst.Owners(Interests.Of("""
            P A .8
            A T .5
            Q T .2
            """), "T", At);
        Assert.Equal(["A .5", "P .4", "Q .2"], Told(result));
        Assert.Equal((.4, .4), (Math.Round(result.UnknownLow, 12), Math.Round(result.UnknownHigh, 12)));
        Assert.Equal(["A"], result.Owners.Single(o => o.Party == "P").Through);
        Assert.False(result.HasCycle);
    }

    [Fact]
    public void In_a_cross_holding_of_half_each_holds_half_and_not_two_thirds()
    {
        var facts = Interests.Of("""
            A B .5
            B A .5
            P A .5
            Q B .5
            """);
        var result = OwnershipAnalyst.Owners(facts, "A", At);
        Assert.Equal(["P .666666666667", "B .5", "Q .333333333333"], Told(result));
        Assert.True(result.HasCycle);
        Assert.Equal(["A .666666666667", "B .333333333333"], Told(OwnershipAnalyst.Holdings(facts, "P", At)));
        Assert.Equal(["B .5"], Told(OwnershipAnalyst.Holdings(facts, "A", At)));
    }

    [Fact]
    public void A_loop_that_nobody_leaves_absorbs_nobody()
    {
        var result = OwnershipAnalyst.Owners(Interests.Of("""
            A T .9
            B A 1
            A B 1
            P T .1
            """), "T", At);
        Assert.Equal(["A .9", "B .9", "P .1"], Told(result));
        Assert.Equal(.9, result.UnknownHigh, 12);
    }

    [Fact]
    public void Own_shares_count_for_those_who_hold_the_rest()
        => Assert.Equal(["P .75", "Q .25"], Told(OwnershipAnalyst.Owners(Interests.Of("""
            T T .2
            P T .6
            Q T .2
            """), "T", At)));

    [Fact]
    public void Ranges_keep_to_a_sum_of_one()
    {
        var result = OwnershipAnalyst.Owners(Interests.Of("""
            B A .5-.75
            C A .5-.75
            P B .5
            P C .5
            """), "A", At);
        Assert.Equal((.5, .5), Range(result, "P"));
        Assert.Equal((.5, .5), Range(result, "B"));
        var wide = OwnershipAnalyst.Owners(Interests.Of("""
            B A .25-.5
            C A .25-.5
            P B 1
            """), "A", At);
        Assert.Equal((.25, .5), Range(wide, "P"));
        Assert.Equal((0, .5), (wide.UnknownLow, wide.UnknownHigh));
    }

    [Fact]
    public void An_interest_is_valid_from_its_first_day_and_no_longer_on_its_last()
    {
        var facts = Interests.Of("""
            P T 1 from=10 to=20
            Q T 1 from=20
            """);
        Assert.Empty(OwnershipAnalyst.Owners(facts, "T", new Day(9)).Owners);
        Assert.Equal(["P 1"], Told(OwnershipAnalyst.Owners(facts, "T", new Day(10))));
        Assert.Equal(["P 1"], Told(OwnershipAnalyst.Owners(facts, "T", new Day(19))));
        Assert.Equal(["Q 1"], Told(OwnershipAnalyst.Owners(facts, "T", new Day(20))));
    }

    [Fact]
    public void A_declared_indirect_interest_counts_only_where_no_direct_chain_joins_the_pair()
    {
        Assert.Equal(["A .5", "P .5"], Told(OwnershipAnalyst.Owners(Interests.Of("""
            A T .5
            P A 1
            P T .5 indirect
            """), "T", At)));
        Assert.Equal(["A .5", "P .3"], Told(OwnershipAnalyst.Owners(Interests.Of("""
            A T .5
            P T .3 indirect
            """), "T", At)));
    }

    [Fact]
    public void Accounts_belong_to_their_holders_and_assets_to_the_holder_they_name()
    {
        var facts = Interests.Of("P A .6", new AccountHolder("h", "ACC", "A"), new Asset("X", "Car", "KZT", Holder: "P"), new Party("P", "Person P"));
        Assert.Equal(["A 1", "P .6"], Told(OwnershipAnalyst.Owners(facts, "ACC", At)));
        Assert.Equal(["P 1"], Told(OwnershipAnalyst.Owners(facts, "X", At)));
        Assert.Equal("Person P", OwnershipAnalyst.Owners(facts, "X", At).Owners[0].Name);
        Assert.Equal(["X 1", "A .6", "ACC .6"], Told(OwnershipAnalyst.Holdings(facts, "P", At)));
    }

    [Fact]
    public void Shares_above_one_are_scaled_and_noted()
    {
        var result = OwnershipAnalyst.Owners(Interests.Of("""
            P T .9
            Q T .3
            """), "T", At);
        Assert.Equal(["P .75", "Q .25"], Told(result));
        Assert.Equal(["The declared shares of T sum to 120.0 %: scaled to 100 %."], result.Notes);
    }

    [Fact]
    public void Ultimate_owners_are_the_ends_of_chains_at_a_threshold()
        => Assert.Equal(["P"], OwnershipAnalyst.UltimateOwners(Interests.Of("""
            A T .9
            P A .5
            Q A .2
            """), "T", At, .25).Select(o => o.Party));

    [Fact]
    public void Every_interest_equals_an_independent_solution_on_generated_graphs_with_loops()
    {
        var random = new Random(21);
        var compared = 0;
        for (var round = 0; round < 300; round++)
        {
            var n = random.Next(2, 9);
            var a = new double[n, n];
            var lines = new List<string>();
            for (var t = 0; t < n; t++)
            {
                var left = 100;
                foreach (var o in Enumerable.Range(0, n).OrderBy(_ => random.Next()).Take(random.Next(0, 4)))
                {
                    var share = random.Next(1, left + 1);
                    left -= share;
                    a[t, o] = share / 100.0;
                    lines.Add(string.Create(CultureInfo.InvariantCulture, $"C{o} C{t} {share / 100m}"));
                    if (left == 0)
                    {
                        break;
                    }
                }
            }

            var facts = Interests.Of(string.Join('\n', lines));
            for (var t = 0; t < n; t++)
            {
                var owners = OwnershipAnalyst.Owners(facts, $"C{t}", At).Owners.ToDictionary(o => o.Party, o => o.Low);
                for (var p = 0; p < n; p++)
                {
                    if (p != t && lines.Count > 0)
                    {
                        var want = Walked(a, n, t, p);
                        Assert.Equal(want, owners.GetValueOrDefault($"C{p}"), 9);
                        Assert.Equal(want, OwnershipAnalyst.Holdings(facts, $"C{p}", At).Owners.FirstOrDefault(h => h.Party == $"C{t}")?.Low ?? 0, 9);
                        compared++;
                    }
                }
            }
        }

        Assert.True(compared > 5000);
    }

    [Fact]
    public void The_ends_of_ranges_equal_a_search_over_corner_shares_on_generated_graphs()
    {
        var random = new Random(22);
        for (var round = 0; round < 150; round++)
        {
            // Three companies over each other and two persons; shares in steps of .25, so all vectors can be written down.
            var lines = new List<string>();
            var ranges = new List<(int T, int O, int Low, int High)>();
            for (var t = 0; t < 3; t++)
            {
                foreach (var o in Enumerable.Range(0, 5).Where(o => o != t).OrderBy(_ => random.Next()).Take(2))
                {
                    var low = random.Next(0, 3);
                    var high = Math.Min(4, low + random.Next(0, 3));
                    ranges.Add((t, o, low, high));
                    lines.Add(string.Create(CultureInfo.InvariantCulture, $"C{o} C{t} {low / 4m}-{high / 4m}"));
                }
            }

            if (ranges.GroupBy(r => r.T).Any(g => g.Sum(r => r.Low) > 4))
            {
                continue;
            }

            var result = OwnershipAnalyst.Owners(Interests.Of(string.Join('\n', lines)), "C0", At);
            for (var p = 1; p < 5; p++)
            {
                var (least, most) = (1.0, 0.0);
                foreach (var a in Vectors(ranges, 0, new double[5, 5]))
                {
                    var w = Walked(a, 5, 0, p);
                    (least, most) = (Math.Min(least, w), Math.Max(most, w));
                }

                var owner = result.Owners.FirstOrDefault(o => o.Party == $"C{p}");
                Assert.Equal(least, owner?.Low ?? 0, 9);
                Assert.Equal(most, owner?.High ?? 0, 9);
            }
        }
    }

    private static IEnumerable<double[,]> Vectors(List<(int T, int O, int Low, int High)> ranges, int at, double[,] a)
    {
        if (at == ranges.Count)
        {
            if (Enumerable.Range(0, 5).All(t => Enumerable.Range(0, 5).Sum(o => a[t, o]) <= 1))
            {
                yield return a;
            }

            yield break;
        }

        var (target, owner, low, high) = ranges[at];
        for (var s = low; s <= high; s++)
        {
            a[target, owner] = s / 4.0;
            foreach (var all in Vectors(ranges, at + 1, a))
            {
                yield return all;
            }
        }

        a[target, owner] = 0;
    }

    /// <summary>Probability that the walk from t comes to p, the slow way: the step matrix, absorbing at p, to the power of 2^24.</summary>
    private static double Walked(double[,] a, int n, int t, int p)
    {
        var m = new double[n, n];
        for (var v = 0; v < n; v++)
        {
            for (var o = 0; o < n; o++)
            {
                m[v, o] = v == p ? (o == p ? 1 : 0) : a[v, o];
            }
        }

        for (var doubling = 0; doubling < 24; doubling++)
        {
            var square = new double[n, n];
            for (var i = 0; i < n; i++)
            {
                for (var k = 0; k < n; k++)
                {
                    for (var j = 0; j < n && m[i, k] != 0; j++)
                    {
                        square[i, j] += m[i, k] * m[k, j];
                    }
                }
            }

            m = square;
        }

        return m[t, p];
    }

    private static IEnumerable<string> Told(OwnershipResult result)
        => result.Owners.Select(o => $"{o.Party} {Math.Round(o.Low, 12).ToString("0.############", CultureInfo.InvariantCulture).TrimStart('0')}");

    private static (double Low, double High) Range(OwnershipResult result, string party)
        => result.Owners.Where(o => o.Party == party).Select(o => (Math.Round(o.Low, 12), Math.Round(o.High, 12))).Single();
}
