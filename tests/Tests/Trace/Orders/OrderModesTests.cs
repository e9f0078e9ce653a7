using FinInvest.Graph.Model.Ledgers;
using FinInvest.Graph.Model.Results;
using FinInvest.Graph.Tests.Ledgers;
using FinInvest.Graph.Trace;
using FinInvest.Graph.Trace.Bounds;
using FinInvest.Graph.Trace.Orders;
using FinInvest.Graph.Trace.Rules;
using Xunit;

namespace FinInvest.Graph.Tests.Trace.Orders;

/// <summary>Order modes by hand (definitions D6).</summary>
public class OrderModesTests
{
    /// <summary>Own 100 first, then claim 100, then the flat for 100: one day or three.</summary>
    private const string ThreeRows = "+X 100 own\n+X 100 K\n-X 100 flat";

    [Fact]
    public void The_worst_and_best_order_of_a_day_are_found_and_debt_the_day_does_not_imply_is_left_out()
    {
        // own K flat: 0; K own flat: 100; own flat K: 0; K flat own: 100; flat first would owe the bank 100, which neither end of the day does.
        var range = Assert.Single(Run(OneDay(ThreeRows), ["fifo"], new OrderOptions()));
        Assert.Equal((1, 4, 0L, 100L), (range.Unevidenced, range.Orders, range.Worst!.Targets[0].Traced, range.Best!.Targets[0].Traced));
        Assert.Equal(("worst", "best"), (range.Worst.OrderMode, range.Best.OrderMode));
    }

    [Fact]
    public void Where_the_day_is_evidenced_the_statement_order_is_the_only_one()
    {
        var range = Assert.Single(Run(CaseText.Parse(ThreeRows), ["fifo"], new OrderOptions()));
        Assert.Equal((0, 1, 0L, 0L), (range.Unevidenced, range.Orders, range.Worst!.Targets[0].Traced, range.Best!.Targets[0].Traced));
    }

    [Fact]
    public void Too_many_orders_are_said_and_nothing_is_estimated()
    {
        var range = Assert.Single(Run(OneDay(ThreeRows), ["fifo"], new OrderOptions(OrdersMax: 3)));
        Assert.Null(range.Worst);
        Assert.Null(range.Best);
        Assert.Contains("more than 3 orders", range.Sentence, StringComparison.Ordinal);
        Assert.Contains("day-batch bounds", range.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void An_order_in_which_two_accounts_wait_for_each_other_is_left_out()
    {
        // Both accounts pay each other on one day; each holds enough. Y's debit must not wait for X's while X's waits for Y's.
        var range = Assert.Single(Run(OneDay("opening X 50\nopening Y 50\n+X 50 K\nX>Y 50\nY>X 50\n-X 100 flat"), ["fifo"], new OrderOptions()));
        Assert.Contains("make a circle", range.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void The_statement_order_lies_between_worst_and_best_under_every_rule()
    {
        var parsed = OneDay("opening X 40\n+X 100 K\n-X 60 car\n+X 30 own\nX>Y 80\n+Y 20 own\n-Y 90 flat\n-X 20");
        var targets = parsed.Register.Acquisitions.Select(a => a.Key).ToList();
        string[] rules = [.. RuleCatalogue.All.Select(r => r.Id)];
        foreach (var range in OrderModes.Run(parsed, rules, targets, new TraceOptions(), new OrderOptions()))
        {
            var statement = Tracer.Run(parsed, range.Rule, new TraceOptions(targets));
            Assert.All(Enumerable.Range(0, targets.Count), t => Assert.InRange(statement.Targets[t].Traced, range.Worst!.Targets[t].Traced, range.Best!.Targets[t].Traced));
            Assert.True(range.Orders > 1);
        }
    }

    [Fact]
    public void Without_a_statement_the_day_batch_bounds_hold_whatever_shortfall_an_order_leaves()
    {
        // Recorded: K 20 pays the 24, the flat is unknown money. The other way round the 24 are unknown and K pays the flat on the next day.
        var parsed = OneDay("+X 20 K\n-X 24\n-X 15 flat", AccountCoverage.Unreconciled, rows: 2);
        var range = Assert.Single(Run(parsed, ["fifo"], new OrderOptions()));
        var bounds = Assert.Single(BoundsCalculator.Compute(parsed, ["flat#0"], new BoundsOptions()));
        Assert.Equal((0L, 15L), (range.Worst!.Targets[0].Traced, range.Best!.Targets[0].Traced));
        Assert.Equal((0L, 0L, 15L), (bounds.UpperRecorded, bounds.DayBatchLower, bounds.FloorUpperRecorded));
    }

    private static IReadOnlyList<OrderRange> Run(Reconciliation parsed, IReadOnlyList<string> rules, OrderOptions limits) =>
        OrderModes.Run(parsed, rules, [.. parsed.Register.Acquisitions.Select(a => a.Key)], new TraceOptions(), limits);

    /// <summary>The worked ledger with all its rows, or the first ones, on one day of which nothing shows the order.</summary>
    internal static Reconciliation OneDay(string text, AccountCoverage coverage = AccountCoverage.Reconciled, int rows = int.MaxValue)
    {
        var parsed = CaseText.Parse(text, coverage);
        var (from, draft, day) = (parsed.Ledger, new LedgerDraft(), new Day(1));
        foreach (var account in from.Accounts.Skip(1))
        {
            draft.UnevidencedGroups.Add(new DayGroup(draft.AddAccount(account), day));
        }

        for (var m = 0; m < from.Count; m++)
        {
            draft.Add(from.Kind[m], from.Debited[m], from.Credited[m], from.DebitMinor[m], from.CreditMinor[m], m < rows ? day : day.AddDays(1), m < rows ? day : day.AddDays(1), from.Flags[m], rows: from.RowsOf(m));
        }

        return parsed with { Ledger = draft.Build([.. from.Legs]) };
    }
}
