using Xunit;

namespace FinInvest.Graph.Tests.Reconcile;

public class PairingTests
{
    [Theory]
    [InlineData("2 -100 Y e2e=T", "9 100 X e2e=T", "end-to-end id")]
    [InlineData("2 -100 Y e2e=T", "3 98 X e2e=T", "end-to-end id")]
    [InlineData("2 -100 e2e=T", "3 100 BANK-TEXT e2e=T", "end-to-end id")]
    [InlineData("2 -100 Y ref=R", "4 100 ref=R", "reference")]
    [InlineData("2 -100 Y", "5 100 X", "amount, days and names")]
    [InlineData("5 -100 Y", "2 100 X", "amount, days and names")]
    [InlineData("2 -100", "3 100 X", "amount, days and the credit's name")]
    [InlineData("2 -100 Y", "3 100", "amount, days and the debit's name")]
    [InlineData("2 -100 Y e2e=NOTPROVIDED", "3 100 X e2e=NOTPROVIDED", "amount, days and names")]
    public void Two_reports_of_one_movement_are_paired(string debit, string credit, string reason)
    {
        var r = Case(debit, credit);
        Assert.Equal(reason, Assert.Single(r.Pairs).Reason);
        Assert.Contains(r.Ledger.Flags, f => f.HasFlag(MovementFlags.Corroborated));
        Assert.Empty(r.Unmatched);
    }

    [Theory]
    [InlineData("2 -100 Y", "6 100 X")]
    [InlineData("2 -100 Y e2e=T", "3 101 X e2e=T")]
    [InlineData("2 -100 Y e2e=T", "3 100 X e2e=U")]
    [InlineData("2 -100 Z", "3 100 X")]
    [InlineData("2 -100", "3 100")]
    [InlineData("2 -100 SHOP", "3 100 X")]
    [InlineData("2 -100 Y kind=Fee e2e=T", "3 100 X e2e=T")]
    [InlineData("2 -100 Y", "3 100 X; 4 100 X")]
    [InlineData("2 -100 Y e2e=T; 2 -100 Y e2e=T", "3 100 X e2e=T")]
    public void Reports_that_do_not_fit_or_tie_in_unequal_numbers_are_not_paired(string debit, string credit)
    {
        var r = Case(debit, credit);
        Assert.Empty(r.Pairs);
        Assert.DoesNotContain(r.Ledger.Flags, f => f.HasFlag(MovementFlags.Corroborated));
    }

    [Fact]
    public void Equal_numbers_that_tie_are_paired_in_order()
    {
        var r = Case("2 -100 Y; 3 -100 Y", "4 100 X; 4 100 X");
        Assert.Equal(["S1/2 S2/1", "S1/3 S2/2"], r.Pairs.Select(p => $"{p.Debit.Alias} {p.Credit.Alias}"));
    }

    [Fact]
    public void A_fee_in_transit_is_the_difference_of_the_legs()
    {
        var r = Case("2 -100 Y e2e=T", "3 98 X e2e=T");
        Assert.Contains("2 X>Y 100/98", LedgerText.Movements(r));
    }

    [Fact]
    public void A_person_confirms_or_rejects_a_pairing()
    {
        Assert.Equal("decision", Assert.Single(Records("2 -100 Y", "9 100 X").Decide(DecisionKinds.Pairing, "S1/2=S2/1", "confirm").Build().Pairs).Reason);
        Assert.Empty(Records("2 -100 Y", "3 100 X").Decide(DecisionKinds.Pairing, "S1/2=S2/1", "reject").Build().Pairs);
        Assert.Single(Records("2 -100 Y", "3 100 X").Decide(DecisionKinds.Pairing, "S1/2=S2/1", "reject").Decide(DecisionKinds.Pairing, "S1/2=S2/1", "confirm").Build().Pairs);
    }

    [Fact]
    public void A_row_whose_other_bank_has_no_statement_for_the_day_is_unmatched()
    {
        var r = new CaseRecords().Statement("S1", "X", 1, 100, 100, 0, "50 -100 Y").Statement("S2", "Y", 1, 20, 0, 5, "3 5").Build();
        Assert.Equal(["S1/1"], r.Unmatched.Select(u => u.Row.Alias));
        Assert.Contains("50 X> 100", LedgerText.Movements(r));
    }

    [Fact]
    public void An_exchange_between_two_currencies_is_paired_by_id_and_asks_for_rates()
    {
        var r = Records("2 -100 Y e2e=T", "3 7 X e2e=T").Account("X").Account("Y", "USD").Build();
        Assert.Contains(r.Ledger.Flags, f => f.HasFlag(MovementFlags.Exchange));
        Assert.Contains(r.Refused, f => f.Code == "TWO_CURRENCIES" && f.Sentence.Contains("rates.csv", StringComparison.Ordinal));
    }

    private static Reconciliation Case(string debit, string credit) => Records(debit, credit).Build();

    private static CaseRecords Records(string debit, string credit) => new CaseRecords()
        .Statement("S1", "X", 1, 100, 0, 1000 + Sum(debit), "1 1000; " + debit).Statement("S2", "Y", 1, 100, 0, Sum(credit), credit);

    private static long Sum(string rows) => rows.Split(';', StringSplitOptions.TrimEntries).Sum(r => long.Parse(r.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture));
}
