using Xunit;

namespace FinInvest.Graph.Tests.Reconcile;

public class OrderTests
{
    [Fact]
    public void The_booking_order_of_the_statement_counts_not_the_value_date()
    {
        var r = new CaseRecords().Statement("S1", "X", 1, 100, 0, 20, "1 100 v=3; 2 -80").Build();
        Assert.Equal("S1/1 S1/2", LedgerText.Order(r, "X"));
        Assert.Empty(r.Ledger.UnevidencedGroups);
    }

    [Fact]
    public void A_listing_printed_upside_down_is_turned_by_its_running_balance_or_its_days()
    {
        Assert.Equal("S1/3 S1/2 S1/1", LedgerText.Order(new CaseRecords().Statement("S1", "X", 1, 100, 0, 60, "5 -60 b=60; 5 20 b=120; 5 100 b=100").Build(), "X"));
        Assert.Equal("S1/3 S1/2 S1/1", LedgerText.Order(new CaseRecords().Statement("S1", "X", 1, 100, 0, 60, "5 -60; 4 20; 3 100").Build(), "X"));
    }

    [Fact]
    public void Rows_without_evidenced_order_make_their_day_a_group_unless_instants_tell_them_apart()
    {
        var r = new CaseRecords().Statement("S1", "X", 1, 100, 0, 70, "3 100; 3 -60; 5 10 t=9; 5 20 t=8", ordered: false).Build();
        Assert.Equal("S1/1 S1/2 S1/4 S1/3", LedgerText.Order(r, "X"));
        Assert.Equal([new DayGroup(1, new Day(3))], r.Ledger.UnevidencedGroups);
    }

    [Fact]
    public void A_credit_booked_before_its_debit_moves_the_debit()
    {
        var r = new CaseRecords()
            .Statement("S1", "X", 1, 100, 0, 0, "2 100; 4 10; 6 -10; 7 -100 Y e2e=T")
            .Statement("S2", "Y", 1, 100, 0, 0, "5 100 X e2e=T; 6 -100").Build();
        Assert.Equal("S1/1 S1/2 S1/4 S1/3", LedgerText.Order(r, "X"));
        Assert.Equal(["debit S1/4 moved to its credit's position"], r.Notes);
        Assert.Contains(r.Ledger.Flags, f => f.HasFlag(MovementFlags.DebitMoved));
        Assert.Empty(r.Ledger.UnevidencedGroups);
    }

    [Fact]
    public void A_circle_of_payments_within_a_day_opens_at_its_first_funded_debit()
    {
        var r = new CaseRecords()
            .Statement("S1", "X", 1, 100, 0, 0, "5 70 Y e2e=T; 5 -70 Y e2e=U")
            .Statement("S2", "Y", 1, 100, 80, 80, "5 70 X e2e=U; 5 -70 X e2e=T").Build();
        Assert.Equal(["1 >Y 80 Opening", "5 Y>X 70", "5 X>Y 70"], LedgerText.Movements(r));
        Assert.Equal([new DayGroup(1, new Day(5)), new DayGroup(2, new Day(5))], r.Ledger.UnevidencedGroups);
    }

    [Fact]
    public void A_debit_always_stands_before_its_credit_whatever_the_order_of_files()
    {
        foreach (var (first, second) in new[] { ("A", "B"), ("B", "A") })
        {
            var l = new CaseRecords().Statement("S1", "X", 1, 100, 50, 0, "5 -50 Y e2e=T", document: first)
                .Statement("S2", "Y", 1, 100, 0, 0, "5 50 X e2e=T; 5 -50", document: second).Build().Ledger;
            Assert.All(Enumerable.Range(0, l.Count).Where(m => l.Debited[m] != 0 && l.Credited[m] != 0), m => Assert.True(l.Position[m * 2] < l.Position[(m * 2) + 1]));
        }
    }
}
