using Xunit;

namespace FinInvest.Graph.Tests.Reconcile;

public class RegisterTests
{
    [Fact]
    public void A_row_is_named_by_alias_by_hash_by_local_id_or_by_account_day_and_amount()
    {
        foreach (var row in new[] { new RowReference("S1/1"), new RowReference(CaseRecords.Hash("S1").Short(8) + "/S1/1"), new RowReference("bank-7"), new RowReference("", "X", new Day(5), 100) })
        {
            var r = Records().Fact(new Proceeds("p", "E1", row)).Build();
            Assert.Equal(new ClaimMark(0, r.Register.Owners.IndexOf("K:A:V"), 100, "E1", "p"), Assert.Single(r.Register.Claims));
            Assert.Empty(r.Refused);
        }
    }

    [Fact]
    public void A_reference_that_fits_two_rows_or_none_is_refused()
    {
        var r = Records().Fact(new Proceeds("p", "E1", new RowReference("", "X", new Day(6), 30))).Fact(new Proceeds("q", "E1", new RowReference("S9/1"))).Build();
        Assert.Empty(r.Register.Claims);
        Assert.Equal(["ROW_NOT_FOUND", "ROW_NOT_UNIQUE"], r.Refused.Select(f => f.Code));
    }

    [Fact]
    public void Proceeds_take_at_most_the_credit_and_at_most_the_episode()
    {
        var r = Records().Fact(new Proceeds("p", "E1", new RowReference("S1/1"))).Fact(new Proceeds("q", "E1", new RowReference("S1/2"))).Fact(new Proceeds("s", "E1", new RowReference("S1/3"), 1000)).Build();
        Assert.Equal([("p", 80L), ("s", 30L)], r.Register.Claims.Select(k => (k.ProceedsId, k.Minor)));
        Assert.Equal("PROCEEDS_ABOVE_EPISODE", Assert.Single(r.Refused).Code);
    }

    [Fact]
    public void A_stated_sum_above_the_episode_is_refused()
    {
        var r = Records().Fact(new Proceeds("p", "E1", new RowReference("S1/1"), 90)).Fact(new Proceeds("q", "E1", new RowReference("S1/2"), 30)).Build();
        Assert.Equal(["p"], r.Register.Claims.Select(k => k.ProceedsId));
        Assert.Equal("PROCEEDS_ABOVE_EPISODE", Assert.Single(r.Refused).Code);
    }

    [Fact]
    public void Proceeds_that_are_the_same_money_as_others_name_them()
    {
        var r = Records().Fact(new Proceeds("p", "E1", new RowReference("S1/1"), 60)).Fact(new Proceeds("q", "E1", new RowReference("S1/2"), 20, SameAs: "p")).Build();
        Assert.Equal([("p", ""), ("q", "p")], r.Register.Claims.Select(k => (k.ProceedsId, k.SameAs)));
        Assert.Empty(r.Refused);
    }

    [Theory]
    [InlineData("z", "", "SAME_MONEY_NOT_FOUND")]
    [InlineData("q", "p", "SAME_MONEY_IN_A_CIRCLE SAME_MONEY_IN_A_CIRCLE")]
    public void Same_money_that_names_nothing_or_goes_in_a_circle_counts_in_full_and_is_told(string ofFirst, string ofSecond, string codes)
    {
        var r = Records().Fact(new Proceeds("p", "E1", new RowReference("S1/1"), 60, SameAs: ofFirst)).Fact(new Proceeds("q", "E1", new RowReference("S1/2"), 20, SameAs: ofSecond)).Build();
        Assert.All(r.Register.Claims, k => Assert.Equal("", k.SameAs));
        Assert.Equal(2, r.Register.Claims.Count);
        Assert.Equal(codes, string.Join(' ', r.Refused.Select(f => f.Code)));
    }

    [Fact]
    public void Claims_stand_in_the_order_of_their_first_episode()
    {
        var r = Records().Fact(new Episode("E0", "B", "W", "KZT", 5, new Day(9))).Fact(new Episode("E2", "B", "U", "KZT", 5, new Day(1))).Build();
        Assert.Equal(["K:B:U", "K:A:V", "K:B:W"], r.Register.Owners.Claims.Select(k => k.Label));
    }

    [Fact]
    public void Cost_lines_stand_in_the_order_of_payment_up_to_the_as_of_date_and_loans_have_no_movement()
    {
        var r = Records().Fact(new Asset("CAR", "car", "KZT"))
            .Fact(new CostLine("c1", "CAR", 0, "tax", new RowReference("S1/5"))).Fact(new CostLine("c2", "CAR", 0, "price", new RowReference("S1/4"), 40))
            .Fact(new CostLine("c3", "CAR", 0, "loan", null, 500, new Day(6))).Fact(new CostLine("c4", "CAR", 0, "loan", null, 500, new Day(101)))
            .Fact(new CostLine("c5", "CAR", 0, "price", new RowReference("S1/1"))).Build();
        Assert.Equal(["loan 500 -1", "price 40 3", "tax 10 4"], Assert.Single(r.Register.Acquisitions).Lines.Select(l => $"{l.Kind} {l.Minor} {l.Movement}"));
        Assert.Equal("ROW_IS_NO_DEBIT", Assert.Single(r.Refused).Code);
    }

    [Fact]
    public void Decisions_name_proceeds_and_assets_and_a_later_one_replaces_an_earlier()
    {
        var r = Records().Fact(new Asset("CAR", "car", "KZT")).Decide(DecisionKinds.Proceeds, "S1/1", "E1 50").Decide(DecisionKinds.Asset, "S1/4", "CAR#0 price").Build();
        Assert.Equal(50, Assert.Single(r.Register.Claims).Minor);
        Assert.Equal("CAR#0", Assert.Single(r.Register.Acquisitions).Key);
        Assert.Empty(Records().Decide(DecisionKinds.Proceeds, "S1/1", "E1 50").Decide(DecisionKinds.Proceeds, "S1/9", "E1", replaces: 1).Build().Register.Claims);
    }

    [Fact]
    public void An_extract_row_that_corroborates_a_statement_names_the_statements_movement()
    {
        var r = Records().Statement("S2", "Y", 1, 100, 0, 60, "8 60 X e2e=T").Extract("E", "7 X>Y 60 e2e=T").Fact(new Proceeds("p", "E1", new RowReference("E/1"))).Build();
        Assert.Equal("7 X>Y 60", LedgerText.Movements(r)[Assert.Single(r.Register.Claims).Movement]);
    }

    [Fact]
    public void Facts_that_two_documents_state_differently_are_told()
    {
        var r = Records().Fact(new Asset("CAR", "car", "KZT", Value: 5)).Fact(new Asset("CAR", "car", "KZT", Value: 6), "later").Fact(new Asset("FLAT", "f", "KZT")).Fact(new Asset("FLAT", "f", "KZT"), "later").Build();
        Assert.Equal("FACT_DIFFERS", Assert.Single(r.Refused).Code);
        Assert.Equal(2, r.Facts.All<Asset>().Count());
    }

    [Fact]
    public void A_storno_row_reverses_the_one_movement_that_bears_its_reference()
    {
        var r = new CaseRecords().Statement("S1", "X", 1, 100, 100, 90, "5 -60 Y e2e=T; 6 -10; 8 60 Y e2e=T kind=Reversal").Statement("S2", "Y", 1, 100, 0, 0, "5 60 X e2e=T; 7 -60 X e2e=T kind=Reversal").Build();
        Assert.Equal(["1 >X 100 Opening", "5 X>Y 60", "6 X> 10", "7 Y>X 60"], LedgerText.Movements(r));
        Assert.Equal([new ReversalMark(3, 1, 60)], r.Register.Reversals);
        Assert.Empty(r.Refused);

        var unknown = new CaseRecords().Statement("S1", "X", 1, 100, 100, 150, "5 -10; 8 60 kind=Reversal").Build();
        Assert.Equal("REVERSAL_NOT_FOUND", Assert.Single(unknown.Refused).Code);
    }

    private static CaseRecords Records() => new CaseRecords().Account("X").Account("Y")
        .Statement("S1", "X", 1, 100, 0, 50, "5 100 id=bank-7; 6 30; 6 30; 7 -60 Y e2e=T; 8 -10; 9 -40")
        .Fact(new Episode("E1", "A", "V", "KZT", 110, new Day(2)));
}
