using FinInvest.Graph.Trace.Ownership;
using Xunit;

namespace FinInvest.Graph.Tests.Trace.Ownership;

public class ControlAnalystTests
{
    private static readonly Day At = new(100);

    [Fact]
    public void Votes_of_controlled_companies_count_with_the_partys_own()
    {
        var facts = Interests.Of("""
            P A .51
            A T .3
            P T .25
            Q T .45
            """);
        var control = ControlAnalyst.Control(facts, "P", "T", At);
        Assert.Equal("controls", control.State);
        Assert.Equal(.55, control.Votes);
        Assert.Equal(["A", "P"], control.Through);
        Assert.Equal(["A", "T"], ControlAnalyst.ControlledBy(facts, "P", At));
        Assert.Equal("no control", ControlAnalyst.Control(facts, "Q", "T", At).State);
        Assert.Equal(.45, ControlAnalyst.Control(facts, "Q", "T", At).Flow);
    }

    [Fact]
    public void Half_is_not_control_and_without_it_the_flow_of_votes_is_shown()
    {
        var control = ControlAnalyst.Control(Interests.Of("""
            P A .5
            A T .6
            P T .2
            """), "P", "T", At);
        Assert.Equal("no control", control.State);
        Assert.Equal(.7, control.Flow);
    }

    [Fact]
    public void Declared_votes_go_before_shares_and_other_means_need_none()
    {
        Assert.Equal("controls", ControlAnalyst.Control(Interests.Of("""
            P T .1
            Q T .9
            P T .6 votes
            """), "P", "T", At).State);
        var means = ControlAnalyst.Control(Interests.Of("P T 0 control"), "P", "T", At);
        Assert.Equal("controls", means.State);
        Assert.Equal(["P controls T by documented other means."], means.Notes);
    }

    [Fact]
    public void A_range_over_half_at_its_high_end_only_may_control()
        => Assert.Equal("may control", ControlAnalyst.Control(Interests.Of("P T .5-.75"), "P", "T", At).State);

    [Fact]
    public void Everyone_with_a_say_is_listed_with_what_it_rests_on()
    {
        var facts = Interests.Of("""
            P A .51
            A T .3
            P T .25
            Q T .45
            R T .1-.6
            """);
        var told = ControlAnalyst.Controllers(facts, "T", At).Select(c => $"{c.Party} {c.State}");
        Assert.Equal(["P controls", "R may control", "Q no control", "A no control"], told);
        Assert.Equal(["i0", "i1", "i2"], ControlAnalyst.Controllers(facts, "T", At)[0].RestsOn!.Select(r => r.Id));
        Assert.Equal([.45, .3], ControlAnalyst.Controllers(facts, "T", At).Skip(2).Select(c => c.Flow));
    }

    [Fact]
    public void Who_holds_an_account_or_an_asset_controls_it_and_who_may_sign_controls_an_account()
    {
        var facts = Interests.Of("P A .6", new AccountHolder("h", "ACC", "A"), new AccountHolder("s", "ACC", "S", "signatory"), new AccountHolder("b", "ACC", "B", "beneficiary"), new Asset("X", "Car", "KZT", Holder: "A"));
        Assert.Equal(["A controls", "P controls", "S controls"], ControlAnalyst.Controllers(facts, "ACC", At).Select(c => $"{c.Party} {c.State}"));
        Assert.Equal(["A controls", "P controls"], ControlAnalyst.Controllers(facts, "X", At).Select(c => $"{c.Party} {c.State}"));
    }
}
