using Xunit;

namespace FinInvest.Graph.Tests.Trace.Rules;

/// <summary>One ledger under every rule: own 100, crime 200, car 150, own 120, flat 180, crime 60, cash 90, closing 60.</summary>
public class LedgerWTests
{
    private const string W = """
        +X 100
        +X 200 K
        -X 150 car
        +X 120
        -X 180 flat
        +X 60 K
        -X 90 cash
        """;

    [Theory]
    [InlineData("fifo", 50, 150, 0, 60)]
    [InlineData("lifo", 150, 50, 60, 0)]
    [InlineData("rolling", 100, 67, 56, 37)]
    [InlineData("own-first", 50, 60, 90, 60)]
    [InlineData("proceeds-first", 150, 50, 60, 0)]
    [InlineData("ordered-lots", 50, 150, 0, 60)]
    [InlineData("ordered-lots-lifo", 150, 50, 60, 0)]
    public void Every_rule_gives_its_own_figures_on_one_ledger(string rule, long car, long flat, long cash, long left)
    {
        var result = Worked.Run(W, rule, "X");
        Assert.Equal((car, flat, cash, left), (result.Traced("car"), result.Traced("flat"), result.Traced("cash"), result.Traced("balance:X")));
        Worked.AssertFlows(result);
    }

    [Fact]
    public void Schedule_C_foots_on_every_row()
    {
        foreach (var rule in Worked.FiveRules)
        {
            var ledger = Assert.Single(Worked.Run(W, rule).Ledgers);
            Assert.Equal([100L, 300, 150, 270, 90, 150, 60], ledger.Rows.Select(r => r.Balance));
            Assert.All(ledger.Rows, r => Assert.Equal(r.Balance, r.Claim + r.Other + r.Free));
        }
    }
}
