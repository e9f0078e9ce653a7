using System.Globalization;
using FinInvest.Graph.Model.Ledgers;
using FinInvest.Graph.Model.Results;
using FinInvest.Graph.Model.Values;
using FinInvest.Graph.Tests.Trace.Bounds;
using FinInvest.Graph.Trace;
using FinInvest.Graph.Trace.Bounds;
using FinInvest.Graph.Trace.Orders;
using FinInvest.Graph.Trace.Rules;
using Xunit;

namespace FinInvest.Graph.Tests.Trace.Rules;

/// <summary>
/// Every conserving rule, the named modes among them, lies within [L, U] on random ledgers of several accounts with debt, fees, several acts, other
/// claimants, gaps and days without evidenced order; and in every order of such days within what the day batch says. The seed is in a failure's message.
/// </summary>
public class RulesWithinBoundsTests
{
    private const int LegsADay = 3;
    private static readonly int Seeds = int.Parse(Environment.GetEnvironmentVariable("FININVEST_SEEDS") ?? "500", CultureInfo.InvariantCulture);

    [Fact]
    public void Every_conserving_rule_lies_within_the_bounds_with_gaps_and_days_without_order()
    {
        var (compared, gaps, orders) = (0, 0, 0);
        for (var seed = 0; seed < Seeds; seed++)
        {
            var r = WithGapsAndDays(RandomCase.Make(RandomCase.Lines(50_000 + seed, withDebt: true)), seed);
            gaps += r.Ledger.Kind.Count(k => k == MovementKind.GapOut);
            List<string> targets = [.. r.Register.Acquisitions.Select(a => a.Key), .. r.Ledger.Accounts.Skip(1).Select(a => BoundsCalculator.BalancePrefix + a.Id)];
            var bounds = BoundsCalculator.Compute(r, targets, new BoundsOptions(WithSet: false, WithCuts: false));
            string[] rules = [.. RuleCatalogue.All.Where(x => x.Conserving).Select(x => x.Id)];
            foreach (var rule in rules)
            {
                foreach (var (b, t) in bounds.Zip(Tracer.Run(r, rule, new TraceOptions(targets)).Targets))
                {
                    Assert.True(b.Lower <= t.Traced && t.Traced <= b.UpperRecorded && b.UpperRecorded <= b.UpperOut, $"seed {seed}, {rule}, {b.Target}: {t.Traced} not in {WorkedBounds.Text(b)}");
                    compared++;
                }
            }

            foreach (var range in OrderModes.Run(r, ["fifo", "own-first"], targets, new TraceOptions(), new OrderOptions(LegVisitsMax: 20_000)).Where(o => o.Orders > 1 && o.Worst is not null))
            {
                orders++;
                for (var i = 0; i < targets.Count; i++)
                {
                    Assert.True(bounds[i].DayBatchLower <= range.Worst!.Targets[i].Traced && range.Best!.Targets[i].Traced <= bounds[i].FloorUpperRecorded,
                        $"seed {seed}, {range.Rule}, {targets[i]}: worst {range.Worst.Targets[i].Traced}, best {range.Best!.Targets[i].Traced} not in the day batch {bounds[i]}");
                }
            }
        }

        Assert.True(compared > Seeds * 20 && gaps > Seeds / 4 && orders > Seeds / 4, $"compared {compared}, gaps {gaps}, orders {orders}");
    }

    /// <summary>The same movements, three a day with their order unproved, and one account's balance out at the end of some day and another sum back on the next.</summary>
    private static Reconciliation WithGapsAndDays(Reconciliation made, int seed)
    {
        var random = new Random(seed);
        var (from, draft, moved) = (made.Ledger, new LedgerDraft(), new int[made.Ledger.Count]);
        foreach (var account in from.Accounts.Skip(1))
        {
            draft.AddAccount(account);
        }

        var balance = new long[from.Accounts.Count];
        var (gapAt, gapOf) = (random.Next(from.Count), random.Next(1, from.Accounts.Count));
        var legs = new Dictionary<DayGroup, int>();
        for (var m = 0; m < from.Count; m++)
        {
            var day = new Day(1 + (m / LegsADay));
            if (m >= gapAt && m % LegsADay == 0 && balance[gapOf] > 0)
            {
                draft.Add(MovementKind.GapOut, gapOf, LedgerAccount.Outside, balance[gapOf], balance[gapOf], day.AddDays(-1), day.AddDays(-1));
                balance[gapOf] = random.Next(1, 200);
                draft.Add(MovementKind.GapReturn, LedgerAccount.Outside, gapOf, balance[gapOf], balance[gapOf], day, day);
                gapAt = int.MaxValue;
            }

            moved[m] = draft.Add(from.Kind[m], from.Debited[m], from.Credited[m], from.DebitMinor[m], from.CreditMinor[m], day, day);
            balance[from.Debited[m]] -= from.DebitMinor[m];
            balance[from.Credited[m]] += from.Kind[m] == MovementKind.OpeningDebt ? -from.CreditMinor[m] : from.CreditMinor[m];
            foreach (var account in new[] { from.Debited[m], from.Credited[m] }.Where(a => a > 0))
            {
                legs[new DayGroup(account, day)] = legs.GetValueOrDefault(new DayGroup(account, day)) + 1;
            }
        }

        foreach (var group in legs.Where(g => g.Value > 1 && random.Next(3) == 0))
        {
            draft.UnevidencedGroups.Add(group.Key);
        }

        var register = new Register
        {
            Owners = made.Register.Owners,
            Claims = [.. made.Register.Claims.Select(c => c with { Movement = moved[c.Movement] })],
            Claimants = [.. made.Register.Claimants.Select(c => c with { Movement = moved[c.Movement] })],
            Acquisitions = [.. made.Register.Acquisitions.Select(a => a with { Lines = [.. a.Lines.Select(l => l with { Movement = moved[l.Movement], Day = new Day(1 + (l.Movement / LegsADay)) })] })],
            AsOf = made.Register.AsOf,
        };
        return made with { Ledger = draft.BuildInOrder(), Register = register };
    }
}
