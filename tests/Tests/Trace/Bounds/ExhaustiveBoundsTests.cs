using System.Globalization;
using FinInvest.Graph.Model.Ledgers;
using FinInvest.Graph.Model.Results;
using FinInvest.Graph.Trace.Bounds;
using Xunit;

namespace FinInvest.Graph.Tests.Trace.Bounds;

/// <summary>
/// Bounds of tiny random ledgers against twins that know no maximum flow: every attribution of every debit (L, U_rec, U_out, of single targets and of sets), all cuts
/// (day batch), every order of a day's movements (day batch). The seed is in the message of a failure.
/// </summary>
public class ExhaustiveBoundsTests
{
    private const int InnerMax = 10;
    private static readonly int Seeds = int.Parse(Environment.GetEnvironmentVariable("FININVEST_SEEDS") ?? "200", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void L_U_recorded_and_U_out_of_targets_and_sets_are_those_of_every_attribution(int rowsADay)
    {
        var (compared, open, outside, sets) = (0, 0, 0, 0);
        for (var seed = 0; seed < Seeds * 5; seed++)
        {
            var r = InDays(rowsADay, RandomCase.SmallLines(200_000 + seed, withDebt: true));
            var bounds = BoundsCalculator.Compute(r, Targets(r), new BoundsOptions(WithFloor: false));
            foreach (var b in bounds)
            {
                var members = b.Target == BoundsCalculator.Set ? b.Members : [b.Target];
                var (least, most) = EveryAttribution.Of(r, Names(members), _ => true);
                var mostOut = EveryAttribution.Of(r, Names(members), _ => true, returning: true).Most;
                Assert.True((least, most, mostOut) == (b.Lower, b.UpperRecorded, b.UpperOut), $"seed {seed} {string.Join(' ', members)}: {WorkedBounds.Text(b)}, by hand {least}-{most}-{mostOut}");
                compared++;
                open += least < most ? 1 : 0;
                outside += most < mostOut ? 1 : 0;
                sets += b.Target == BoundsCalculator.Set && least > 0 ? 1 : 0;
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{compared} targets and sets, {open} with L < U_rec, {outside} with U_rec < U_out, {sets} sets with L > 0");
        Assert.True(compared > Seeds * 15 && open > Seeds / 2 && outside > Seeds / 4 && sets > Seeds, $"{compared} {open} {outside} {sets}");
    }

    [Fact]
    public void Day_batch_bounds_are_the_least_of_all_cuts()
    {
        var (compared, wider) = (0, 0);
        for (var seed = 0; seed < Seeds; seed++)
        {
            var r = InDays(3, RandomCase.SmallLines(90_000 + seed, withDebt: true));
            var cuts = new AllCuts(r);
            if (cuts.Inner > InnerMax)
            {
                continue;
            }

            foreach (var b in BoundsCalculator.Compute(r, Targets(r), new BoundsOptions(WithCuts: false)))
            {
                var members = b.Target == BoundsCalculator.Set ? b.Members : [b.Target];
                var (lower, recorded, outward) = cuts.Of([.. members]);
                Assert.True((lower, recorded, outward) == (b.DayBatchLower, b.FloorUpperRecorded, b.FloorUpperOut),
                    $"seed {seed} {string.Join(' ', members)}: {b.DayBatchLower}-{b.FloorUpperRecorded}-{b.FloorUpperOut}, by hand {lower}-{recorded}-{outward}");
                compared++;
                wider += b.DayBatchLower < b.Lower || b.FloorUpperRecorded > b.UpperRecorded ? 1 : 0;
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{compared} targets and sets, {wider} with a day batch wider than the recorded order");
        Assert.True(compared > Seeds && wider > Seeds / 10, $"{compared} {wider}");
    }

    [Fact]
    public void Day_batch_bounds_hold_under_every_attribution_in_every_order_of_a_day()
    {
        var (compared, reordered) = (0, 0);
        for (var seed = 0; seed < Seeds / 2; seed++)
        {
            var r = InDays(3, RandomCase.SmallLines(95_000 + seed, withDebt: true));
            var targets = Targets(r);
            var bounds = BoundsCalculator.Compute(r, targets, new BoundsOptions(WithSet: false, WithCuts: false));
            foreach (var legs in Orders(r.Ledger).Take(60))
            {
                var other = r with { Ledger = r.Ledger.Reordered(legs) };
                foreach (var b in bounds)
                {
                    var (least, most) = EveryAttribution.Of(other, Names([b.Target]), _ => true);
                    Assert.True(b.DayBatchLower <= least && most <= b.FloorUpperRecorded, $"seed {seed} {b.Target}: {least} to {most} in another order, not in {b}");
                    compared++;
                    reordered += (least, most) != (b.Lower, b.UpperRecorded) ? 1 : 0;
                }
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{compared} targets in some order, {reordered} with other bounds than in the statement's");
        Assert.True(compared > Seeds * 3 && reordered > Seeds / 10, $"{compared} {reordered}");
    }

    private static Reconciliation InDays(int rows, List<string> lines) => rows == 1 ? RandomCase.Make(lines) : RandomCase.InDaysOf(rows, RandomCase.Make(lines));

    private static List<string> Targets(Reconciliation r) =>
        [.. r.Register.Acquisitions.Select(a => a.Key), .. r.Ledger.Accounts.Skip(1).Select(a => BoundsCalculator.BalancePrefix + a.Id)];

    /// <summary>The enumeration knows assets by name: each is acquired once.</summary>
    private static List<string> Names(IEnumerable<string> targets) => [.. targets.Select(t => t.Split('#')[0])];

    /// <summary>Orders of whole movements inside their days in which no account's debt exceeds what its balances at the day's ends imply (definitions D6).</summary>
    private static IEnumerable<int[]> Orders(Ledger ledger)
    {
        var movements = ledger.Legs.ToArray().Select(leg => leg >> 1).Distinct().ToList();
        var days = movements.GroupBy(m => Math.Max(ledger.DebitDay[m], ledger.CreditDay[m])).OrderBy(g => g.Key).Select(g => g.ToList()).ToList();
        IEnumerable<List<int>> all = [[]];
        foreach (var day in days)
        {
            all = all.SelectMany(head => (day.All(m => ledger.Kind[m] == MovementKind.Transfer) ? Permutations(day) : [day]).Select(tail => (List<int>)[.. head, .. tail])).ToList();
        }

        return all.Where(order => Possible(ledger, order, days)).Select(order => order.SelectMany(m => new[] { m * 2, (m * 2) + 1 }.Where(leg => ledger.Position[leg] >= 0)).ToArray());
    }

    private static bool Possible(Ledger ledger, List<int> order, List<List<int>> days)
    {
        var balance = new long[ledger.Accounts.Count];
        var at = 0;
        foreach (var day in days)
        {
            var before = balance.ToArray();
            var lowest = balance.ToArray();
            foreach (var m in order.Skip(at).Take(day.Count))
            {
                balance[ledger.Debited[m]] -= ledger.DebitMinor[m];
                lowest[ledger.Debited[m]] = Math.Min(lowest[ledger.Debited[m]], balance[ledger.Debited[m]]);
                balance[ledger.Credited[m]] += ledger.Kind[m] == MovementKind.OpeningDebt ? -ledger.CreditMinor[m] : ledger.CreditMinor[m];
            }

            at += day.Count;
            if (Enumerable.Range(1, balance.Length - 1).Any(a => lowest[a] < Math.Min(0, Math.Min(before[a], balance[a])) && !order.SequenceEqual(days.SelectMany(d => d))))
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<List<int>> Permutations(List<int> of) => of.Count <= 1 ? [of] : of.SelectMany(first => Permutations([.. of.Where(m => m != first)]).Select(rest => (List<int>)[first, .. rest]));
}
