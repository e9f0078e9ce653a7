using FinInvest.Graph.Tests.Ledgers;
using FinInvest.Graph.Trace.Bounds;
using Xunit;

namespace FinInvest.Graph.Tests.Trace.Bounds;

public class WorkedLedgerTests
{
    private const string LedgerW = """
        +X 100 own
        +X 200 K
        -X 150 car
        +X 120 own
        -X 180 flat
        +X 60 K
        -X 90 cash
        """;

    [Theory]
    [InlineData("car", 50, 150)]
    [InlineData("flat", 0, 150)]
    [InlineData("cash", 0, 90)]
    [InlineData("balance:X", 0, 60)]
    [InlineData("car flat", 110, 200)]
    [InlineData("flat balance:X", 20, 210)]
    public void Ledger_W_has_the_bounds_of_the_literature(string targets, long lower, long upper)
    {
        var b = WorkedBounds.Of(LedgerW, targets.Split(' '));
        Assert.Equal((lower, upper, upper, lower), (b.Lower, b.UpperRecorded, b.UpperOut, b.Floor));
    }

    [Fact]
    public void The_cut_says_why_no_more_could_have_reached_the_flat()
    {
        var cut = WorkedBounds.Of(LedgerW, "flat").UpperCut;
        var balance = Assert.Single(cut);
        Assert.Equal(("X", new Day(3), 150L, -1), (balance.Account, balance.Day, balance.Minor, balance.Movement));
        Assert.Equal("balance of X held over after 1970-01-04", balance.Text);
    }

    [Fact]
    public void The_cut_of_the_clean_side_names_what_could_have_been_clean()
    {
        var cut = WorkedBounds.Of(LedgerW, "car").LowerCut;
        Assert.Equal("balance of X held over after 1970-01-02", Assert.Single(cut).Text);
        Assert.Equal(100, cut[0].Minor);
    }

    [Fact]
    public void The_unfunded_part_of_a_debit_is_clean()
    {
        Assert.Equal("100-100-100", WorkedBounds.Text("""
            +X 100 K
            -X 150 asset
            """, "asset"));
    }

    [Fact]
    public void A_credit_to_an_overdrawn_account_repays_first_and_that_part_is_spent()
    {
        Assert.Equal("0-0-0", WorkedBounds.Text("""
            +X 100 own
            -X 150 asset
            +X 50 K
            -X 0 other
            """, "asset"));
        Assert.Equal("30-30-30", WorkedBounds.Text("""
            opening X -70
            +X 100 K
            -X 30 asset
            """, "asset"));
    }

    [Fact]
    public void What_leaves_for_OUTSIDE_may_come_back_only_for_the_outer_upper_bound()
    {
        Assert.Equal("0-0-80", WorkedBounds.Text("""
            +X 100 K
            -X 100
            +Y 80 own
            -Y 80 asset
            """, "asset"));
    }

    [Fact]
    public void Money_that_came_back_from_OUTSIDE_before_any_went_out_is_clean()
    {
        Assert.Equal("0-0-0", WorkedBounds.Text("""
            +Y 80 own
            -Y 80 asset
            +X 100 K
            -X 100
            """, "asset"));
    }

    [Fact]
    public void Only_the_amount_named_is_criminal()
    {
        Assert.Equal("40-40-40", WorkedBounds.Text("""
            +X 100 K 40
            -X 100 asset
            """, "asset"));
        Assert.Equal("0-40-40", WorkedBounds.Text("""
            +X 100 K 40
            -X 60 asset
            """, "asset"));
    }

    [Fact]
    public void The_payer_of_a_named_credit_loses_what_was_named()
    {
        // 100 stolen V > X and laundered X > Y, both charged: the asset holds 100, not 200.
        Assert.Equal("100-100-100", WorkedBounds.Text("""
            +V 100 own
            V>X 100 K
            X>Y 100 K
            -Y 100 asset
            """, "asset"));
    }

    [Fact]
    public void A_fee_in_transit_is_lost()
    {
        Assert.Equal("48-98-98", WorkedBounds.Text("""
            +X 50 own
            +X 100 K
            X>Y 100/98
            -Y 98 asset
            """, "asset"));
    }

    [Fact]
    public void The_seller_is_paid_with_its_own()
    {
        // The payment's composition stays on the car; the seller's later purchase is clean.
        var r = CaseText.Parse("""
            +X 100 K
            X>Y 100
            -Y 100 flat
            """);
        var bought = new Acquisition("car", 0, "KZT", [new AcquisitionLine(1, "price", 100, new Day(2), "c2")]);
        var register = new Register { Owners = r.Register.Owners, Claims = r.Register.Claims, Acquisitions = [bought, .. r.Register.Acquisitions], AsOf = r.Register.AsOf };
        var b = BoundsCalculator.Compute(r with { Register = register }, ["car#0", "flat#0"], new BoundsOptions());
        Assert.Equal(["100-100-100", "0-0-0", "100-100-100"], b.Select(WorkedBounds.Text));
    }

    [Fact]
    public void An_account_without_statements_may_hold_clean_money_nobody_saw()
    {
        var b = BoundsCalculator.Compute(CaseText.Parse("""
            +X 100 K
            -X 100 asset
            """, AccountCoverage.Unreconciled), ["asset#0"], new BoundsOptions());
        Assert.Equal((0L, 100L), (b[0].Lower, b[0].UpperRecorded));
    }

    [Fact]
    public void Two_acts_together_leave_no_room_and_each_alone_does()
    {
        const string text = """
            +X 50 K:A1:V
            +X 50 K:A2:V
            -X 50 asset
            """;
        Assert.Equal("50-50-50", WorkedBounds.Text(text, "asset"));
        foreach (var act in new[] { "A1", "A2" })
        {
            var alone = BoundsCalculator.Compute(CaseText.Parse(text), ["asset#0"], new BoundsOptions(Acts: [act]));
            Assert.Equal("0-50-50", WorkedBounds.Text(alone[0]));
        }
    }
}
