using Xunit;

namespace FinInvest.Graph.Tests.Reconcile;

public class CoverageTests
{
    [Fact]
    public void An_opening_balance_is_one_parcel_and_a_gap_sends_the_whole_balance_out_and_back()
    {
        var r = new CaseRecords().Statement("S1", "X", 1, 10, 40, 100, "5 60").Statement("S2", "X", 21, 100, 70, 50, "30 -20").Build();
        Assert.Equal(["1 >X 40 Opening", "5 >X 60", "10 X> 100 GapOut", "21 >X 70 GapReturn", "30 X> 20"], LedgerText.Movements(r));
        Assert.Equal([new CoverageBreak("X", new Day(10), new Day(21), 100, 70)], r.Ledger.Breaks);
        Assert.Equal([new DayRange(new Day(1), new Day(10)), new DayRange(new Day(21), new Day(100))], r.Ledger.Accounts[1].Covered);
    }

    [Fact]
    public void An_overdrawn_account_enters_with_its_debt_and_a_gap_forgets_it()
    {
        var r = new CaseRecords().Statement("S1", "X", 1, 10, -40, -40, "").Statement("S2", "X", 21, 100, -30, -10, "30 20").Build();
        Assert.Equal(["1 >X 40 OpeningDebt", "10 X> 0 GapOut", "21 >X 30 OpeningDebt", "30 >X 20"], LedgerText.Movements(r));
    }

    [Fact]
    public void Periods_that_adjoin_with_equal_balances_are_one()
    {
        var r = new CaseRecords().Statement("S1", "X", 1, 10, 0, 60, "5 60").Statement("S2", "X", 11, 100, 60, 40, "30 -20").Build();
        Assert.Equal(["5 >X 60", "30 X> 20"], LedgerText.Movements(r));
        Assert.Empty(r.Ledger.Breaks);
        Assert.Equal([new DayRange(new Day(1), new Day(100))], r.Ledger.Accounts[1].Covered);
    }

    [Fact]
    public void Different_balances_at_the_seam_are_a_gap_of_no_length()
    {
        var r = new CaseRecords().Statement("S1", "X", 1, 10, 0, 60, "5 60").Statement("S2", "X", 11, 100, 55, 35, "30 -20").Build();
        Assert.Equal(["5 >X 60", "10 X> 60 GapOut", "11 >X 55 GapReturn", "30 X> 20"], LedgerText.Movements(r));
        Assert.Equal([new CoverageBreak("X", new Day(10), new Day(11), 60, 55)], r.Ledger.Breaks);
    }

    [Fact]
    public void After_the_last_reconciled_day_the_balance_is_OUTSIDE_and_the_closing_is_stated_as_of_that_day()
    {
        var r = new CaseRecords().Statement("S1", "X", 1, 60, 0, 60, "5 60").Build();
        Assert.Equal(["5 >X 60", "60 X> 60 GapOut"], LedgerText.Movements(r));
        Assert.Equal(new Day(60), r.Ledger.Accounts[1].StatedAsOf);
        Assert.Equal([new CoverageBreak("X", new Day(60), null, 60, 0)], r.Ledger.Breaks);
    }

    [Fact]
    public void A_red_period_sends_the_balance_out_and_its_rows_do_not_count()
    {
        var r = new CaseRecords().Statement("S1", "X", 1, 10, 0, 60, "5 60").Statement("S2", "X", 11, 30, 60, 999, "12 -20").Statement("S3", "X", 31, 100, 40, 40, "").Build();
        Assert.Equal(["5 >X 60", "10 X> 60 GapOut", "31 >X 40 GapReturn"], LedgerText.Movements(r));
        Assert.Equal(["OUTSIDE: X 1970-01-12..1970-01-31", "statement S2 does not reconcile"], r.Notes);
        Assert.Equal(959, r.Statements.Single(s => s.Statement == "S2").Difference);
    }

    [Fact]
    public void A_statement_with_too_few_rows_does_not_reconcile()
    {
        var r = new CaseRecords().Statement("S1", "X", 1, 100, 0, 60, "5 60", rowCount: 3).Build();
        Assert.Equal("1 of 3 rows", Assert.Single(r.Statements).Reason);
        Assert.Equal(0, r.Ledger.Count);
    }

    [Fact]
    public void Rows_after_the_as_of_date_do_not_count()
    {
        var r = new CaseRecords(asOf: 20).Statement("S1", "X", 1, 100, 0, 40, "5 60; 30 -20").Build();
        Assert.Equal(["5 >X 60"], LedgerText.Movements(r));
        Assert.Equal(["1 row(s) booked after the as-of date do not count"], r.Notes);
        Assert.Equal(new Day(20), r.Ledger.Accounts[1].StatedAsOf);
    }

    [Fact]
    public void Fees_and_interest_keep_their_kind_and_inferred_rows_are_left_out()
    {
        var r = new CaseRecords().Statement("S1", "X", 1, 100, 0, 51, "5 60; 6 -10 kind=Fee; 7 1 kind=Interest; 8 77 origin=Inferred").Build();
        Assert.Equal(["5 >X 60", "6 X> 10 BankFee", "7 >X 1 Interest"], LedgerText.Movements(r));
        Assert.Equal(["1 inferred row(s) left out of every figure"], r.Notes);
    }
}
