using Xunit;

namespace FinInvest.Graph.Tests.Reconcile;

public class OverlapTests
{
    [Fact]
    public void Two_genuine_identical_bookings_on_one_day_both_stay()
    {
        var r = new CaseRecords().Statement("S1", "X", 1, 20, 0, 100, "10 50 SHOP; 10 50 SHOP").Statement("S2", "X", 5, 100, 0, 70, "10 50 SHOP; 10 50 SHOP; 30 -30").Build();
        Assert.Equal(["10 >X 50", "10 >X 50", "30 X> 30"], LedgerText.Movements(r));
        Assert.Empty(r.Notes);
        Assert.Empty(r.Ledger.UnevidencedGroups);
        Assert.Equal(2, r.Ledger.RowsOf(0).Length);
    }

    [Fact]
    public void A_booking_counts_with_the_largest_multiplicity_seen()
    {
        var r = new CaseRecords().Statement("S1", "X", 1, 20, 0, 50, "10 50").Statement("S2", "X", 5, 100, 0, 100, "10 50; 10 50").Build();
        Assert.Equal(["10 >X 50", "10 >X 50"], LedgerText.Movements(r));
        Assert.Empty(r.Notes);
    }

    [Fact]
    public void References_tell_equal_amounts_apart_and_the_longer_listing_gives_the_order()
    {
        var r = new CaseRecords()
            .Statement("S1", "X", 1, 20, 0, 150, "10 50 ref=a; 10 50 ref=b; 10 50 ref=c")
            .Statement("S2", "X", 10, 100, 0, 200, "10 50 ref=d; 10 50 ref=b").Build();
        Assert.Equal("S1/1 S1/2 S1/3 S2/1", LedgerText.Order(r, "X"));
        Assert.Equal(["statement S2 does not reconcile"], r.Notes);
        Assert.Equal([new DayGroup(1, new Day(10))], r.Ledger.UnevidencedGroups);
    }

    [Fact]
    public void A_day_that_two_statements_order_differently_is_not_evidenced()
    {
        var r = new CaseRecords().Statement("S1", "X", 1, 20, 0, 20, "10 50 ref=a; 10 -30 ref=b").Statement("S2", "X", 5, 100, 0, 20, "10 -30 ref=b; 10 50 ref=a").Build();
        Assert.Equal("S1/1 S1/2", LedgerText.Order(r, "X"));
        Assert.Equal([new DayGroup(1, new Day(10))], r.Ledger.UnevidencedGroups);
        Assert.All(r.Ledger.Flags, f => Assert.True(f.HasFlag(MovementFlags.OrderNotEvidenced)));
    }

    [Fact]
    public void The_sum_counts_where_the_largest_multiplicity_breaks_the_balance_and_the_sum_mends_it()
    {
        var r = new CaseRecords().Statement("S1", "X", 1, 10, 0, 50, "10 50").Statement("S2", "X", 10, 100, 50, 100, "10 50").Build();
        Assert.Equal(["10 >X 50", "10 >X 50"], LedgerText.Movements(r));
        Assert.Contains(r.Notes, n => n.StartsWith("the sum of statements S1, S2 is used for X", StringComparison.Ordinal));
        Assert.Contains("statements S1 and S2 of X share the boundary day 1970-01-11", r.Notes);
    }

    [Fact]
    public void Where_neither_foots_the_statement_that_reconciles_alone_counts()
    {
        var r = new CaseRecords().Statement("S1", "X", 1, 20, 0, 999, "5 70; 10 50").Statement("S2", "X", 10, 100, 100, 150, "10 50").Build();
        Assert.Equal(["10 >X 100 Opening", "10 >X 50"], LedgerText.Movements(r));
        Assert.Equal(["statement S1 does not reconcile"], r.Notes);
        Assert.Equal([new DayRange(new Day(10), new Day(100))], r.Ledger.Accounts[1].Covered);
    }

    [Fact]
    public void Where_nothing_reconciles_the_account_is_OUTSIDE()
    {
        var r = new CaseRecords().Statement("S1", "X", 1, 20, 0, 999, "5 70").Statement("S2", "X", 10, 30, 0, 998, "12 50").Build();
        Assert.Equal(0, r.Ledger.Count);
        Assert.Equal(["OUTSIDE: X 1970-01-02..1970-01-31", "statement S1 does not reconcile", "statement S2 does not reconcile"], r.Notes);
        Assert.Equal(AccountCoverage.External, r.Ledger.Accounts[1].Coverage);
    }

    [Fact]
    public void Statements_that_reconcile_but_contradict_each_other_count_one_after_the_other()
    {
        var r = new CaseRecords().Statement("S1", "X", 1, 20, 0, 50, "15 50 ref=a").Statement("S2", "X", 10, 100, 0, 90, "15 60 ref=b; 40 30").Build();
        Assert.Equal(["15 >X 50", "20 X> 50 GapOut", "21 >X 60 GapReturn", "40 >X 30"], LedgerText.Movements(r));
        Assert.Contains(r.Notes, n => n.Contains("contradict each other", StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_statement_handed_over_twice_adds_nothing()
    {
        var once = new CaseRecords().Statement("S1", "X", 1, 100, 0, 20, "10 50; 10 -30; 10 50; 10 -50").Build();
        var twice = new CaseRecords().Statement("S1", "X", 1, 100, 0, 20, "10 50; 10 -30; 10 50; 10 -50")
            .Statement("S1", "X", 1, 100, 0, 20, "10 50; 10 -30; 10 50; 10 -50", document: "copy").Build();
        Assert.Equal(LedgerText.Movements(once), LedgerText.Movements(twice));
        Assert.Empty(twice.Ledger.UnevidencedGroups);
        Assert.Equal(2, twice.Ledger.RowsOf(0).Length);
    }
}
