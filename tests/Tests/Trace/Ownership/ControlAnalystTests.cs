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
    public void Affiliates_share_a_controller()
    {
        var facts = Interests.Of("""
            P A .6
            P B .7
            B C .8
            Q D .9
            """);
        Assert.Equal(["B", "C", "P"], ControlAnalyst.Affiliates(facts, "A", At));
        Assert.Equal(["Q"], ControlAnalyst.Affiliates(facts, "D", At));
    }
}
