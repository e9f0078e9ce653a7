using System.Globalization;
using FinInvest.Graph.Trace;
using FinInvest.Graph.Trace.Bounds;
using Xunit;

namespace FinInvest.Graph.Tests.Trace.Bounds;

/// <summary>What must hold of bounds on any ledger. The seed is in the message of a failure.</summary>
public class BoundsPropertyTests
{
    private static readonly string[] Conserving = ["fifo", "lifo", "rolling", "own-first", "proceeds-first"];
    private static readonly int Seeds = int.Parse(Environment.GetEnvironmentVariable("FININVEST_SEEDS") ?? "1000", CultureInfo.InvariantCulture);

    [Fact]
    public void Every_conserving_rule_lies_within_the_bounds_and_the_bounds_within_those_of_the_day_batch()
    {
        var compared = 0;
        for (var seed = 0; seed < Seeds; seed++)
        {
            var r = RandomCase.Make(RandomCase.Lines(seed, withDebt: true));
            var targets = Targets(r);
            var bounds = BoundsCalculator.Compute(r, targets, new BoundsOptions(WithSet: false, WithCuts: false));
            foreach (var rule in Conserving)
            {
                var traced = Tracer.Run(r, rule, new TraceOptions(targets)).Targets;
                for (var i = 0; i < targets.Count; i++)
                {
                    var (b, tau) = (bounds[i], traced[i].Traced);
                    Assert.True(b.Lower <= tau && tau <= b.UpperRecorded && b.UpperRecorded <= b.UpperOut, $"seed {seed}, {rule}, {b.Target}: {tau} not in {WorkedBounds.Text(b)}");
                    Assert.True(b.DayBatchLower <= b.Lower && b.UpperRecorded <= b.FloorUpperRecorded && b.UpperOut <= b.FloorUpperOut, $"seed {seed} {b}");
                    compared++;
                }
            }
        }

        Assert.InRange(compared, Seeds * 5, int.MaxValue);
    }

    [Fact]
    public void A_set_holds_at_least_the_sum_of_lower_and_at_most_the_sum_of_upper_bounds()
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var r = RandomCase.Make(RandomCase.Lines(10_000 + seed, withDebt: true));
            var bounds = BoundsCalculator.Compute(r, Targets(r), new BoundsOptions(WithCuts: false));
            if (bounds[^1].Target == BoundsCalculator.Set)
            {
                var single = bounds.SkipLast(1).ToList();
                Assert.True(bounds[^1].Lower >= single.Sum(b => b.Lower) && bounds[^1].UpperRecorded <= single.Sum(b => b.UpperRecorded), $"seed {seed}");
                Assert.True(bounds[^1].UpperOut <= single.Sum(b => b.UpperOut) && bounds[^1].DayBatchLower >= single.Sum(b => b.DayBatchLower), $"seed {seed}");
                Assert.True(bounds[^1].Lower <= r.Register.Claims.Sum(c => c.Minor) || r.Register.Claims.Count == 0, $"seed {seed}");
            }
        }
    }

    [Fact]
    public void More_clean_money_that_changes_no_debt_never_raises_a_lower_bound()
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var lines = RandomCase.Lines(20_000 + seed, withDebt: false);
            var random = new Random(seed);
            var more = lines.ToList();
            more.Insert(random.Next(more.Count(l => l.StartsWith("opening", StringComparison.Ordinal)), more.Count + 1), $"+P {random.Next(1, 150)} own");
            var (before, after) = (RandomCase.Make(lines), RandomCase.Make(more));
            var acquisitions = before.Register.Acquisitions.Select(a => a.Key).ToList();
            var options = new BoundsOptions(WithCuts: false);
            foreach (var (b, a) in BoundsCalculator.Compute(before, acquisitions, options).Zip(BoundsCalculator.Compute(after, acquisitions, options)))
            {
                Assert.True(a.Lower <= b.Lower && a.DayBatchLower <= b.DayBatchLower, $"seed {seed} {b.Target}: {b.Lower} became {a.Lower}");
            }
        }
    }

    [Fact]
    public void Both_ends_of_the_bounds_are_reached_by_some_flow_so_their_gap_is_what_the_rules_may_choose()
    {
        // Proceeds-first takes all it can at each debit: on one account with one purchase it reaches U, own-first reaches L.
        for (var seed = 0; seed < Seeds; seed++)
        {
            var random = new Random(30_000 + seed);
            var lines = Enumerable.Range(0, random.Next(1, 12)).Select(_ => $"+P {random.Next(1, 99)} {(random.Next(2) == 0 ? "K" : "own")}").Append("-P 80 z0").ToList();
            var r = RandomCase.Make(lines);
            var b = BoundsCalculator.Compute(r, ["z0#0"], new BoundsOptions())[0];
            Assert.Equal(b.Lower, Tracer.Run(r, "own-first", new TraceOptions(["z0#0"])).Targets[0].Traced);
            Assert.Equal(b.UpperRecorded, Tracer.Run(r, "proceeds-first", new TraceOptions(["z0#0"])).Targets[0].Traced);
        }
    }

    private static List<string> Targets(Reconciliation r) =>
        [.. r.Register.Acquisitions.Select(a => a.Key), .. r.Ledger.Accounts.Skip(1).Select(a => BoundsCalculator.BalancePrefix + a.Id)];
}
