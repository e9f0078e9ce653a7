using FinInvest.Graph.Trace.Ownership;
using Xunit;

namespace FinInvest.Graph.Tests.Trace.Ownership;

public class AffiliateFinderTests
{
    private static readonly Day At = new(100);

    [Fact]
    public void Affiliates_share_a_controller()
    {
        var facts = Interests.Of("""
            P A .6
            P B .7
            B C .8
            Q D .9
            """);
        Assert.Equal(["P controller", "B common controller", "C common controller"], Told(facts, "A"));
        Assert.Equal(["Q controller"], Told(facts, "D"));
        Assert.Equal(["A controlled", "B controlled", "C controlled"], Told(facts, "P"));
    }

    [Fact]
    public void Relatives_and_their_spouses_count_but_not_the_relatives_of_relatives()
    {
        var facts = Interests.Of("", new Relation("r1", "P", "SON", "son"), new Relation("r2", "SON", "WIFE", "wife"), new Relation("r3", "WIFE", "AUNT", "relative"), new Relation("r6", "SON", "COUSIN", "relative"),
            new Relation("r4", "P", "EX", "former spouse"), new Relation("r5", "MOTHER", "EX", "mother"));
        Assert.Equal(["SON relative", "EX relative", "WIFE relative", "MOTHER relative"], Told(facts, "P"));
        Assert.Equal(["r4", "r5"], AffiliateFinder.Find(facts, "P", At).Single(a => a.Party == "MOTHER").RestsOn.Select(r => r.Id));
    }

    [Fact]
    public void What_a_relative_controls_is_affiliated_and_what_only_all_together_hold_is_to_be_judged()
    {
        var facts = Interests.Of("""
            SON A .6
            SON B .3
            P B .3
            P C .4
            """, new Relation("r", "P", "SON", "son"));
        Assert.Equal(["SON relative", "A controlled", "B controlled ?"], Told(facts, "P"));
        Assert.Contains("together, none of them alone", AffiliateFinder.Find(facts, "P", At).Single(a => a.Party == "B").Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_range_over_half_at_its_high_end_and_a_tie_that_the_law_does_not_name_are_to_be_judged()
    {
        var facts = Interests.Of("P A .4-.6", new Relation("r", "P", "D", "director"));
        Assert.Equal(["D other tie ?", "A controlled ?"], Told(facts, "P"));
    }

    [Fact]
    public void Accounts_and_assets_that_they_hold_are_property_and_not_affiliates()
    {
        var facts = Interests.Of("P A .6", new AccountHolder("h", "ACC", "A"), new Asset("X", "Car", "KZT", Holder: "SON"), new Relation("r", "P", "SON", "son"));
        Assert.Equal(["SON relative", "A controlled", "ACC property", "X property"], Told(facts, "P"));
    }

    [Fact]
    public void Nobody_is_affiliated_before_the_interest_begins()
    {
        var facts = Interests.Of("P A 1 from=101");
        Assert.Empty(AffiliateFinder.Find(facts, "P", At));
        Assert.Single(AffiliateFinder.Find(facts, "P", new Day(101)));
    }

    private static IEnumerable<string> Told(CaseFacts facts, string party)
        => AffiliateFinder.Find(facts, party, At).Select(a => $"{a.Party} {a.Ground}{(a.State == "to be judged" ? " ?" : "")}");
}
