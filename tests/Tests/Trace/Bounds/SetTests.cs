using FinInvest.Graph.Model.Ledgers;
using FinInvest.Graph.Model.Results;
using FinInvest.Graph.Model.Values;
using FinInvest.Graph.Tests.Ledgers;
using FinInvest.Graph.Trace.Bounds;
using Xunit;

namespace FinInvest.Graph.Tests.Trace.Bounds;

/// <summary>Which members a set may have (definitions E6), and which bounds are called outer ones (E3, E5, E7).</summary>
public class SetTests
{
    [Fact]
    public void A_balance_that_leaves_at_a_gap_and_may_come_back_to_another_member_is_left_out_with_a_note()
    {
        // The 100 that X held when its statements end may be the 100 that bought the flat.
        var r = WithGap("+X 100 K\n+Y 30 K\n-Y 30 car\n+Y 100 own\n-Y 100 flat", gapBefore: 3);
        var set = BoundsCalculator.Compute(r, ["balance:X", "car#0", "flat#0"], new BoundsOptions())[^1];
        Assert.Equal(["car#0", "flat#0"], set.Members);
        Assert.Equal("Left out, since what is stated of them may be in another of the set as well: balance:X.", set.Note);
        Assert.Equal("30-30-130", WorkedBounds.Text(set));
    }

    [Fact]
    public void A_balance_that_leaves_after_the_last_purchase_stays_in_the_set()
    {
        var r = WithGap("+X 100 K\n+Y 30 K\n-Y 30 car", gapBefore: 3);
        var set = BoundsCalculator.Compute(r, ["balance:X", "car#0"], new BoundsOptions())[^1];
        Assert.Equal(["balance:X", "car#0"], set.Members);
        Assert.Equal(("130-130-130", ""), (WorkedBounds.Text(set), set.Note));
    }

    [Fact]
    public void Bounds_are_outer_ones_only_where_what_widens_them_leads_to_the_target()
    {
        var parsed = CaseText.Parse("+X 100 K\n+X 7 own\n-X 90 car\n+Y 5 K\n-Y 5 boat");
        var draft = new LedgerDraft();
        foreach (var account in parsed.Ledger.Accounts.Skip(1))
        {
            draft.AddAccount(account);
        }

        for (var m = 0; m < parsed.Ledger.Count; m++)
        {
            var (l, day) = (parsed.Ledger, new Day(parsed.Ledger.DebitDay[m]));
            draft.Add(m == 1 ? MovementKind.Interest : l.Kind[m], l.Debited[m], l.Credited[m], l.DebitMinor[m], l.CreditMinor[m], day, day);
        }

        var bounds = BoundsCalculator.Compute(parsed with { Ledger = draft.BuildInOrder() }, ["car#0", "boat#0"], new BoundsOptions());
        Assert.Equal([true, false, true], bounds.Select(b => b.Outer));
        Assert.Equal(["interest"], bounds[0].OuterBecause!);
        Assert.Equal("83-90-90", WorkedBounds.Text(bounds[0]));
        Assert.Equal("5-5-5", WorkedBounds.Text(bounds[1]));
    }

    /// <summary>The worked ledger with all that X holds going outside for good before a movement.</summary>
    private static Reconciliation WithGap(string text, int gapBefore)
    {
        var parsed = CaseText.Parse(text);
        var (from, draft, moved) = (parsed.Ledger, new LedgerDraft(), new int[parsed.Ledger.Count]);
        foreach (var account in from.Accounts.Skip(1))
        {
            draft.AddAccount(account.Id == "X" ? account with { Covered = [new DayRange(new Day(0), new Day(gapBefore))], StatedAsOf = new Day(gapBefore) } : account);
        }

        for (var m = 0; m <= from.Count; m++)
        {
            if (m == gapBefore)
            {
                draft.Add(MovementKind.GapOut, draft.AccountIndex("X"), LedgerAccount.Outside, 100, 100, new Day(gapBefore), new Day(gapBefore));
            }

            if (m < from.Count)
            {
                moved[m] = draft.Add(from.Kind[m], from.Debited[m], from.Credited[m], from.DebitMinor[m], from.CreditMinor[m], new(from.DebitDay[m]), new(from.CreditDay[m]));
            }
        }

        var register = new Register
        {
            Owners = parsed.Register.Owners,
            Claims = [.. parsed.Register.Claims.Select(c => c with { Movement = moved[c.Movement] })],
            Acquisitions = [.. parsed.Register.Acquisitions.Select(a => a with { Lines = [.. a.Lines.Select(l => l with { Movement = moved[l.Movement] })] })],
            AsOf = parsed.Register.AsOf,
        };
        return parsed with { Ledger = draft.BuildInOrder(), Register = register };
    }
}
