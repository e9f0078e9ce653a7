using FinInvest.Graph.Tests.Ledgers;
using FinInvest.Graph.Trace.Corridors;
using Xunit;

namespace FinInvest.Graph.Tests.Trace.Corridors;

public class CorridorTests
{
    private const string TwoChains = """
        opening X 10
        +X 100 K
        +Q 40 own
        X>Y 60
        +Y 5 own
        -Y 60 car
        Y>Q 5
        +X 7 own
        -Q 20 flat
        """;

    [Fact]
    public void It_holds_the_accounts_between_crime_and_target_and_says_of_how_many()
    {
        var c = CorridorFinder.Find(CaseText.Parse(TwoChains), ["car#0"]);
        Assert.Equal(["X", "Y"], c.Accounts.Select(a => a.Id));
        Assert.Equal("2 of 3 accounts, 5 of 9 movements", c.Extent);
    }

    [Fact]
    public void It_keeps_every_event_up_to_the_last_that_leads_on_clean_ones_too()
    {
        var c = CorridorFinder.Find(CaseText.Parse(TwoChains), ["car#0"]);
        Assert.Equal([0, 1, 3, 4, 5], c.Movements);
        Assert.Equal((3, new DayRange(new Day(1), new Day(4))), (c.Accounts[0].Events, c.Accounts[0].Days));
    }

    [Fact]
    public void A_closing_balance_is_a_target()
    {
        var c = CorridorFinder.Find(CaseText.Parse(TwoChains), ["balance:X"]);
        Assert.Equal(["X"], c.Accounts.Select(a => a.Id));
        Assert.Equal([0, 1, 3, 7], c.Movements);
    }

    [Fact]
    public void An_asset_that_no_claim_reaches_has_an_empty_corridor()
    {
        var c = CorridorFinder.Find(CaseText.Parse("""
            +X 100 K
            +Y 50 own
            -Y 50 car
            """), ["car#0"]);
        Assert.Equal("0 of 2 accounts, 0 of 3 movements", c.Extent);
    }

    [Fact]
    public void A_day_without_evidenced_order_counts_only_on_the_corridor()
    {
        var r = CaseText.Parse(TwoChains);
        var draft = new LedgerDraft();
        foreach (var a in r.Ledger.Accounts.Skip(1))
        {
            draft.AddAccount(a);
        }

        for (var m = 0; m < r.Ledger.Count; m++)
        {
            draft.Add(r.Ledger.Kind[m], r.Ledger.Debited[m], r.Ledger.Credited[m], r.Ledger.DebitMinor[m], r.Ledger.CreditMinor[m], new Day(r.Ledger.DebitDay[m]), new Day(r.Ledger.CreditDay[m]));
        }

        draft.UnevidencedGroups.Add(new DayGroup(r.Ledger.AccountIndex("X"), new Day(2)));
        draft.UnevidencedGroups.Add(new DayGroup(r.Ledger.AccountIndex("X"), new Day(8)));
        draft.UnevidencedGroups.Add(new DayGroup(r.Ledger.AccountIndex("Q"), new Day(3)));
        var c = CorridorFinder.Find(r with { Ledger = draft.BuildInOrder() }, ["car#0"]);
        Assert.Equal([new DayGroup(r.Ledger.AccountIndex("X"), new Day(2))], c.Unevidenced);
    }

    [Fact]
    public void An_unknown_target_is_an_error_that_names_it()
    {
        var e = Assert.Throws<ArgumentException>(() => CorridorFinder.Find(CaseText.Parse(TwoChains), ["boat#0"]));
        Assert.Contains("boat#0", e.Message, StringComparison.Ordinal);
    }
}
