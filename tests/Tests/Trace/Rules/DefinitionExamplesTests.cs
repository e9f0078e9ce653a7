using FinInvest.Graph.Model.Ledgers;
using FinInvest.Graph.Tests.Ledgers;
using Xunit;

namespace FinInvest.Graph.Tests.Trace.Rules;

/// <summary>The worked examples of the definitions, parts A to D: each separates two readings that careful people could take.</summary>
public class DefinitionExamplesTests
{
    [Fact]
    public void A_debit_is_split_once_and_not_once_a_parcel()
    {
        var text = string.Concat(Enumerable.Range(0, 20).Select(_ => "+P 1 K\n+P 1\nP>X 2\n")) + "-X 20 car";
        Assert.Equal(10, Worked.Run(text, "rolling").Traced("car"));
    }

    [Fact]
    public void Left_over_units_go_to_the_largest_remainders_and_ties_to_the_lower_owner()
    {
        Assert.Equal("own 1", Worked.Run("+X 1\n+X 1 K\n-X 1 car", "rolling").Paid("car"));
        Assert.Equal("own 1 K:A:V 2", Worked.Run("+X 4\n+X 7 K\n-X 3 car", "rolling").Paid("car"));
        Assert.Equal("own 2 tp:T 2 K:A:V 1", Worked.Run("+X 5\n+X 5 tp:T\n+X 5 K\n-X 5 car", "rolling").Paid("car"));
    }

    [Fact]
    public void A_credit_first_repays_the_bank_and_the_traced_fund_does_not_revive()
    {
        foreach (var rule in Worked.FiveRules)
        {
            var result = Worked.Run("+X 100 K\n-X 150\n+X 500", rule);
            Assert.Equal("own 450", result.Closing("X"));
        }
    }

    [Fact]
    public void A_debit_below_zero_is_owed_to_the_bank()
    {
        foreach (var rule in Worked.FiveRules)
        {
            var result = Worked.Run("+X 100 K\n-X 150 flat", rule);
            Assert.Equal("bank 50 K:A:V 100", result.Paid("flat"));
            Assert.Equal(50, result.Closing.Single().Debt);
        }
    }

    [Fact]
    public void A_mixed_credit_repays_debt_in_proportion_to_its_composition()
    {
        var result = Worked.Run("opening Y -50\n+X 60 K\n+X 40\nX>Y 100", "fifo");
        Assert.Equal("own 20 K:A:V 30", result.Closing("Y"));
    }

    [Fact]
    public void Without_a_statement_a_shortfall_is_unknown_and_makes_no_debt()
    {
        var result = Worked.Run(CaseText.Parse("+X 100 K\n-X 150 flat\n+X 30", AccountCoverage.Unreconciled), "fifo");
        Assert.Equal("unknown 50 K:A:V 100", result.Paid("flat"));
        Assert.Equal("own 30", result.Closing("X"));
        Assert.Equal(0, result.Closing.Single().Debt);
    }

    [Fact]
    public void The_inner_order_of_a_credit_is_discarded_but_kept_by_ordered_lots()
    {
        const string text = "+X 30\n+X 20 K\nX>Y 50\n-Y 30 asset";
        Assert.Equal(12, Worked.Run(text, "fifo").Traced("asset"));
        Assert.Equal(0, Worked.Run(text, "ordered-lots").Traced("asset"));
        Assert.Equal(4, Worked.Run("+X 30\n+X 20 K\nX>Y 25\nX>Y 25\n-Y 30 asset", "fifo").Traced("asset"));
    }

    [Fact]
    public void The_class_split_comes_before_the_proportional_split_inside_a_parcel()
    {
        const string text = "+X 50 K\n+X 50\nX>Y 100\n-Y 50 asset";
        Assert.Equal(0, Worked.Run(text, "own-first").Traced("asset"));
        Assert.Equal(50, Worked.Run(text, "proceeds-first").Traced("asset"));
        Assert.Equal(25, Worked.Run(text, "fifo").Traced("asset"));
    }

    [Fact]
    public void Several_victims_bear_a_withdrawal_rateably()
    {
        var result = Worked.Run("+X 300 K:F:A\n+X 700 K:F:B\n-X 500", "own-first");
        Assert.Equal("K:F:A 150 K:F:B 350", result.Closing("X"));
    }

    [Fact]
    public void Own_first_never_lets_a_claim_rise_again()
    {
        var result = Worked.Run("+X 455 K\n-X 430\n+X 333", "own-first", "X");
        Assert.Equal(25, result.Traced("balance:X"));
    }

    [Fact]
    public void Money_charged_twice_is_one_claim()
    {
        var result = Worked.Run("+X 100 K:A1:V\nX>Y 100 K:A2:V", "fifo", "Y");
        Assert.Equal("K:A1:V 100", result.Closing("Y"));
        Assert.Equal([100L, 0], result.Claims.Select(c => c.NewlyLabelled));
    }

    [Theory]
    [InlineData("+X 100 K:A1:V\nX>Y 100 K:A2:V", "p2=p1", "100 0")]
    [InlineData("+X 100 K:A1:V\nX>Y 60 K:A2:V\nY>Z 60 K:A3:V", "p2=p1 p3=p2", "100 0 0")]
    [InlineData("+X 100 K:A1:V\n+X 50\nX>Y 150 K:A2:V", "p3=p1", "100 50")]
    [InlineData("+X 100 K:A1:V\nX>Y 60 K:A2:V\nX>Y 40 K:A2:V", "p2=p1 p3=p1", "100 0")]
    public void What_the_register_says_is_the_same_money_counts_once_in_the_established_proceeds_under_every_rule(string text, string same, string charged)
    {
        var parsed = CaseText.Parse(text);
        var of = same.Split(' ').Select(s => s.Split('=')).ToDictionary(s => s[0], s => s[1]);
        var marked = parsed with { Register = parsed.Register.WithClaims([.. parsed.Register.Claims.Select(c => c with { SameAs = of.GetValueOrDefault(c.ProceedsId, "") })]) };
        foreach (var rule in Worked.FiveRules)
        {
            Assert.Equal(charged, string.Join(' ', Worked.Run(marked, rule).Claims.Select(c => c.Charged)));
        }
    }

    [Fact]
    public void A_named_part_counts_what_is_already_a_claim_first()
    {
        var result = Worked.Run("+X 40 K:A1:V\n+X 60\nX>Y 100 K:A2:V 50", "fifo");
        Assert.Equal("own 50 K:A1:V 40 K:A2:V 10", result.Closing("Y"));
    }

    [Fact]
    public void A_fee_in_transit_takes_its_part_of_the_composition()
    {
        var result = Worked.Run("+X 50 K\n+X 50\nX>Y 100/98", "fifo");
        Assert.Equal("own 49 K:A:V 49", result.Closing("Y"));
    }

    [Fact]
    public void A_payment_for_an_asset_does_not_travel_on_to_its_seller()
    {
        var parsed = CaseText.Parse("+X 100 K\nX>Y 100");
        var register = Sell(parsed.Register, [new AcquisitionLine(1, "price", 100, new(2), "c1")]);
        var result = Worked.Run(parsed with { Register = register }, "fifo");
        Assert.Equal(100, result.Traced("car"));
        Assert.Equal("own 100", result.Closing("Y"));
        Worked.AssertFlows(result);
    }

    [Fact]
    public void The_seller_of_a_traced_asset_gets_its_former_composition_scaled_to_the_price()
    {
        var parsed = CaseText.Parse("+Y 60 K\n+Y 20\n-Y 80\n+X 100\nX>Y 50\nX>Y 50");
        var register = Sell(parsed.Register, [new AcquisitionLine(2, "price", 80, new(3), "c1")],
            [new AcquisitionLine(4, "price", 50, new(5), "c2"), new AcquisitionLine(5, "price", 50, new(6), "c3")]);
        var result = Worked.Run(parsed with { Register = register }, "fifo", "Y");
        Assert.Equal("own 20 K:A:V 60", result.Paid("car"));
        Assert.Equal("own 100", result.Paid("car#1"));
        Assert.Equal("own 26 K:A:V 74", result.Closing("Y"));
        Assert.Equal(60, result.Targets.Single(t => t.Target == "balance:Y").Origin);
        Assert.Empty(result.Targets.Single(t => t.Target == "car#0").Held!);
        Worked.AssertFlows(result);
    }

    private static Register Sell(Register register, params AcquisitionLine[][] acquisitions) => new()
    {
        Owners = register.Owners,
        Claims = register.Claims,
        Acquisitions = [.. acquisitions.Select((lines, i) => new Acquisition("car", i, "KZT", lines, ExchangedForNext: i < acquisitions.Length - 1))],
        AsOf = register.AsOf,
    };
}
