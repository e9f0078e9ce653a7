using FinInvest.Graph.Model.Ledgers;
using FinInvest.Graph.Model.Results;
using FinInvest.Graph.Model.Values;
using FinInvest.Graph.Tests.Ledgers;
using FinInvest.Graph.Trace;
using Xunit;

namespace FinInvest.Graph.Tests.Trace.Rules;

/// <summary>Reversals (definitions C8) and coordination links (C7) on worked ledgers.</summary>
public class UndoingTests
{
    [Fact]
    public void A_reversal_puts_money_back_in_its_old_place()
    {
        // K was first in X; it goes to Y and comes back before own money is spent: first in, first out still takes K first.
        var result = Reversed("+X 100 K\n+X 100\nX>Y 100\nY>X 100\n-X 100 car", "fifo", new ReversalMark(3, 2, 100));
        Assert.Equal("K:A:V 100", result.Paid("car"));
        Assert.Equal("own 100", Worked.Run("+X 100 K\n+X 100\nX>Y 100\nY>X 100\n-X 100 car", "fifo").Paid("car"));
    }

    [Fact]
    public void A_reversal_takes_what_is_left_of_the_undone_parcel_first()
    {
        var result = Reversed("+Y 50\n+X 100 K\nX>Y 100\nY>X 100", "fifo", new ReversalMark(3, 2, 100));
        Assert.Equal("own 50", result.Closing("Y"));
        Assert.Equal("K:A:V 100", result.Closing("X"));
    }

    [Fact]
    public void Under_ordered_lots_the_undone_parcel_is_the_first_piece_of_the_transfer()
    {
        var result = Reversed("opening Y 40\n+X 30\n+X 20 K\nX>Y 50\nY>X 50", "ordered-lots", new ReversalMark(4, 3, 50));
        Assert.Equal("opening 20 own 30", result.Closing("X"));
        Assert.Equal("opening 20 K:A:V 20", result.Closing("Y"));
    }

    [Fact]
    public void A_spent_parcel_is_made_up_from_the_account_as_by_an_ordinary_debit()
    {
        foreach (var rule in Worked.FiveRules)
        {
            var result = Reversed("+X 100 K\nX>Y 100\n-Y 100\n+Y 100\nY>X 100", rule, new ReversalMark(4, 1, 100));
            Assert.Equal("own 100", result.Closing("X"));
        }
    }

    [Fact]
    public void What_the_bank_paid_of_an_undone_transfer_repays_the_bank_first()
    {
        foreach (var rule in Worked.FiveRules)
        {
            var result = Reversed("+X 60 K\nX>Y 100\nY>X 100", rule, new ReversalMark(2, 1, 100));
            Assert.Equal("K:A:V 60", result.Closing("X"));
            Assert.Equal(0, result.Closing.Single(c => c.Account == "X").Debt);
        }
    }

    [Fact]
    public void A_payment_that_left_the_case_returns_its_own_composition()
    {
        var result = Reversed("+X 50 K\n+X 50\n-X 80\n+X 40\n", "rolling", new ReversalMark(3, 2, 40));
        Assert.Equal("own 30 K:A:V 30", result.Closing("X"));
    }

    [Fact]
    public void A_named_credit_keeps_a_share_of_its_own_in_a_pool()
    {
        // The transfer of 40 own is undone after 60 of the mixed 120 were spent: half of it is left and comes back first.
        var result = Reversed("+Y 80 K\n+X 40\nX>Y 40\n-Y 60\nY>X 40", "rolling", new ReversalMark(4, 2, 40));
        Assert.Equal("own 20 K:A:V 20", result.Closing("X"));
    }

    [Fact]
    public void A_reversed_claim_credit_lowers_the_established_proceeds()
    {
        var result = Reversed("+X 100 K\n-X 30\n+X 50 K", "fifo", new ReversalMark(1, 0, 30));
        Assert.Equal(120, Assert.Single(result.Claims).Charged);
        Assert.Equal("K:A:V 120", result.Closing("X"));
    }

    [Fact]
    public void A_coordination_link_moves_a_later_credit_into_an_earlier_purchase()
    {
        var linked = Linked("+X 100\n-X 100 flat\n+X 100 K", "fifo", [2]);
        Assert.Equal("K:A:V 100", Worked.Text(linked.Targets.Single().Held!));
        Assert.Equal("own 100", linked.Closing("X"));
        Assert.Equal("K:A:V 100", Worked.Run("+X 100\n-X 100 flat\n+X 100 K", "fifo").Closing("X"));
    }

    [Fact]
    public void What_repaid_debt_at_a_linked_credit_swaps_first()
    {
        var linked = Linked("+X 40\n-X 100 flat\n+X 100 K", "fifo", [2]);
        Assert.Equal("K:A:V 100", Worked.Text(linked.Targets.Single().Held!));
        Assert.Equal("bank 24 own 16", linked.Closing("X"));
    }

    private static TraceResult Reversed(string text, string rule, params ReversalMark[] reversals)
    {
        var parsed = CaseText.Parse(text);
        return Worked.Run(parsed with { Register = Worked.With(parsed.Register, reversals) }, rule);
    }

    private static TraceResult Linked(string text, string rule, int[] credits)
    {
        var parsed = CaseText.Parse(text);
        var reconciliation = parsed with { Register = Worked.With(parsed.Register, links: [new LinkMark("L", credits, [0], "loan agreed with the purchase")]) };
        var result = Tracer.Run(reconciliation, rule, new TraceOptions(null, ["X"], WithFlow: true, WithLinks: true));
        return result;
    }
}
