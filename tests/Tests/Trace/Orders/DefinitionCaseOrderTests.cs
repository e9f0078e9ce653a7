using System.Text.Json;
using FinInvest.Graph.Reconcile;
using FinInvest.Graph.Tests.Cases;
using FinInvest.Graph.Trace;
using FinInvest.Graph.Trace.Orders;
using Xunit;

namespace FinInvest.Graph.Tests.Trace.Orders;

/// <summary>Order modes (definitions D6) of the random cases against an independent implementation.</summary>
public class DefinitionCaseOrderTests
{
    [Fact]
    public void Worst_and_best_orders_are_the_expected_ones()
    {
        var compared = 0;
        foreach (var c in DefinitionCase.All().Where(c => c.Expected.TryGetProperty("order_modes", out var e) && e.ValueKind == JsonValueKind.Object))
        {
            compared += Compare(c);
        }

        Assert.InRange(compared, 30, int.MaxValue);
    }

    /// <returns>How many pairs were compared.</returns>
    internal static int Compare(DefinitionCase c)
    {
        var compared = 0;
        var reconciliation = LedgerBuilder.Build(c.Facts, c.Pages);
        var expected = c.Expected.GetProperty("order_modes");
        var rules = expected.GetProperty("worst_best").EnumerateObject().ToList();
        var targets = rules[0].Value.EnumerateObject().Select(t => t.Name).ToList();
        var ranges = OrderModes.Run(reconciliation, [.. rules.Select(r => r.Name.Replace('_', '-'))], targets, new TraceOptions(), new OrderOptions());
        foreach (var (rule, range) in rules.Zip(ranges))
        {
            Assert.Equal(rule.Value.EnumerateObject().Select(t => (c.Name, rule.Name, t.Name, t.Value[0].GetInt64(), t.Value[1].GetInt64())),
                targets.Select((t, i) => (c.Name, rule.Name, t, range.Worst!.Targets[i].Traced, range.Best!.Targets[i].Traced)));
            compared += targets.Count;

            // They count the orders of every group of the case, we those on the corridor.
            Assert.InRange(range.Orders, 1, expected.GetProperty("orders").GetInt64());
        }

        var everywhere = OrderModes.Run(reconciliation, ["rolling"], [.. targets, .. reconciliation.Ledger.Accounts.Skip(1).Select(a => "balance:" + a.Id)], new TraceOptions(), new OrderOptions())[0];
        Assert.Equal(expected.GetProperty("orders").GetInt64(), everywhere.Orders);

        return compared;
    }
}
