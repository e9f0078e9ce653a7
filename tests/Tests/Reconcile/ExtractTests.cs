using Xunit;

namespace FinInvest.Graph.Tests.Reconcile;

public class ExtractTests
{
    [Fact]
    public void Accounts_known_only_from_an_extract_are_traced_on_its_rows_as_given()
    {
        var r = new CaseRecords().Extract("E", "1 X>Y 100; 2 Y>Z 100/98").Build();
        Assert.Equal(["1 X>Y 100", "2 Y>Z 100/98"], LedgerText.Movements(r));
        Assert.All(r.Ledger.Accounts.Skip(1), a => Assert.Equal(AccountCoverage.Unreconciled, a.Coverage));
        Assert.Empty(r.Ledger.Breaks);
    }

    [Fact]
    public void An_account_whose_extract_a_person_calls_incomplete_is_OUTSIDE()
    {
        var r = new CaseRecords().Account("Y", complete: false).Extract("E", "1 X>Y 100; 2 Y>Z 100").Build();
        Assert.Equal(["1 X> 100", "2 >Z 100"], LedgerText.Movements(r));
    }

    [Fact]
    public void Value_days_order_accounts_without_statement_and_days_without_instants_are_not_evidenced()
    {
        var r = new CaseRecords().Extract("E", "1 X>Y 100 v=3; 2 Y>Z 80; 3 Y>W 5 t=20; 3 Y>W 6 t=10").Build();
        Assert.Equal("E/2 E/1 E/3 E/4", LedgerText.Order(r, "Y"));
        Assert.Equal("E/4 E/3", LedgerText.Order(r, "W"));
        Assert.Equal(["Y"], r.Ledger.UnevidencedGroups.Select(g => r.Ledger.Accounts[g.Account].Id));
    }

    [Fact]
    public void Only_its_own_statement_moves_an_account_and_the_extract_corroborates_it()
    {
        var r = new CaseRecords()
            .Statement("S1", "X", 1, 100, 0, 20, "1 120 SHOP; 2 -100 Y e2e=T")
            .Extract("E", "2 X>Y 100 e2e=T; 4 X>Y 7; 5 Y>Z 107").Build();
        Assert.Equal(["1 >X 120", "2 X>Y 100", "4 >Y 7", "5 Y>Z 107"], LedgerText.Movements(r));
        Assert.Equal("S1/2", Assert.Single(r.Pairs).Debit.Alias);
        Assert.Equal(["E/2"], r.Unmatched.Select(u => u.Row.Alias));
    }

    [Fact]
    public void A_statement_named_extract_and_account_states_the_balances_of_that_accounts_rows_in_the_extract()
    {
        var r = new CaseRecords()
            .Fact(new Statement("E:X", "X", new Day(1), new Day(100), 10000, 9965, RowCount: 2)).Fact(new Statement("E:Z", "Z", new Day(1), new Day(100), 0, 100))
            .Extract("E", "2 Y>X 5 t=30; 2 X>Y 40 t=20; 5 Y>Z 7").Build();
        Assert.Equal(["1 >X 10000 Opening", "2 X>Y 40", "2 Y>X 5"], LedgerText.Movements(r).Take(3));
        Assert.Equal("Opening E/2 E/1", LedgerText.Order(r, "X"));
        Assert.Equal(["X True", "Z False"], r.Statements.Select(s => $"{s.Account} {s.Reconciles}"));
        Assert.Equal(["Reconciled", "Unreconciled", "External"], r.Ledger.Accounts.Skip(1).Select(a => a.Coverage.ToString()));
    }

    [Fact]
    public void A_running_balance_that_chains_takes_the_place_of_a_statement()
    {
        var r = new CaseRecords().Extract("E", "1 X>Y 30 b=70 cb=35; 2 Y>X 5 b=30 cb=75; 100 X>Y 1 b=74 cb=31").Build();
        Assert.Equal(["1 >X 100 Opening", "1 >Y 5 Opening", "1 X>Y 30", "2 Y>X 5", "100 X>Y 1"], LedgerText.Movements(r));
        Assert.All(r.Ledger.Accounts.Skip(1), a => Assert.Equal(AccountCoverage.Reconciled, a.Coverage));
        Assert.All(r.Statements, s => Assert.True(s.Reconciles));
    }

    [Fact]
    public void An_account_whose_running_balance_breaks_is_reported_and_not_relied_on()
    {
        var r = new CaseRecords().Extract("E", "1 X>Y 30 b=70 cb=35; 2 Y>X 5 b=31 cb=75; 100 X>Y 1 b=74 cb=32").Build();
        Assert.Equal(["1 >X 100 Opening", "1 X> 30", "2 >X 5", "100 X> 1"], LedgerText.Movements(r));
        Assert.Equal(["running balances of E do not chain on 1 of 2 accounts: these accounts are OUTSIDE"], r.Notes);
        Assert.Equal("1 of 3 running balances do not follow from the row before", r.Statements.Single(s => s.Account == "Y").Reason);
    }

    [Fact]
    public void A_transfer_to_oneself_is_listed_and_not_executed()
    {
        var r = new CaseRecords().Extract("E", "1 X>X 30; 2 X>Y 5").Build();
        Assert.Equal(["2 X>Y 5"], LedgerText.Movements(r));
        Assert.Equal(["E/1"], r.Ledger.SelfTransfers.Select(s => s.Alias));
    }

    [Fact]
    public void Rows_that_two_extracts_repeat_count_once_and_genuine_repeats_stay()
    {
        var r = new CaseRecords().Extract("E", "1 X>Y 30; 1 X>Y 30; 2 Y>Z 5").Extract("F", "1 X>Y 30; 2 Y>Z 5; 3 Z>X 1").Build();
        Assert.Equal(["1 X>Y 30", "1 X>Y 30", "2 Y>Z 5", "3 Z>X 1"], LedgerText.Movements(r));
    }
}
