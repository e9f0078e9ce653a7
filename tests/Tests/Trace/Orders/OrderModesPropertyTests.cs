using FinInvest.Graph.Tests.Trace.Bounds;
using FinInvest.Graph.Trace;
using FinInvest.Graph.Trace.Bounds;
using FinInvest.Graph.Trace.Orders;
using Xunit;

namespace FinInvest.Graph.Tests.Trace.Orders;

/// <summary>What holds of order modes on any ledger whose days have several rows in no proved order. The seed is in the message of a failure.</summary>
public class OrderModesPropertyTests
{
    private const int Seeds = 80;
    private static readonly string[] Rules = ["fifo", "lifo", "rolling", "own-first", "proceeds-first"];

    [Fact]
    public void Worst_and_best_lie_within_the_day_batch_bounds_under_every_conserving_rule()
    {
        var compared = 0;
        for (var seed = 0; seed < Seeds; seed++)
        {
            var r = RandomCase.InDaysOf(3, RandomCase.Make(RandomCase.Lines(40_000 + seed, withDebt: true)));
            List<string> targets = [.. r.Register.Acquisitions.Select(a => a.Key)];
            var bounds = BoundsCalculator.Compute(r, targets, new BoundsOptions(WithSet: false, WithCuts: false));
            foreach (var range in OrderModes.Run(r, Rules, targets, new TraceOptions(), new OrderOptions(OrdersMax: 150)).Where(o => o.Worst is not null))
            {
                for (var t = 0; t < targets.Count; t++)
                {
                    var (worst, best) = (range.Worst!.Targets[t].Traced, range.Best!.Targets[t].Traced);
                    Assert.True(bounds[t].DayBatchLower <= worst && worst <= best && best <= bounds[t].FloorUpperRecorded, $"seed {seed} {range.Rule} {targets[t]}: {worst} to {best} not in {bounds[t]}");
                    compared += range.Orders > 1 ? 1 : 0;
                }
            }
        }

        Assert.InRange(compared, 100, int.MaxValue);
    }
}
