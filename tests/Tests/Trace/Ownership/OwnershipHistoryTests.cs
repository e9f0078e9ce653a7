using System.Globalization;
using FinInvest.Graph.Trace.Ownership;
using Xunit;

namespace FinInvest.Graph.Tests.Trace.Ownership;

public class OwnershipHistoryTests
{
    [Fact]
    public void Each_day_names_who_changed_from_what_to_what_and_the_interests_behind_it()
    {
        var facts = Interests.Of("""
            P A .8 from=5
            A T .5 from=10 to=30
            Q T .5
            P T .5 from=30
            """);
        Assert.Equal(
            [
                "always Q 0 to 0.5, no control to no control: i2",
                "always unknown 1 to 0.5, no control to no control: i2",
                "10 A 0 to 0.5, no control to no control: i1",
                "10 P 0 to 0.4, no control to no control: i1",
                "10 unknown 0.5 to 0.1, no control to no control: i1",
                "30 A 0.5 to 0, no control to no control: i1",
                "30 P 0.4 to 0.5, no control to no control: i1 i3",
                "30 unknown 0.1 to 0, no control to no control: i1 i3",
            ], OwnershipHistory.Changes(facts, "T").Select(Told));
    }

    [Fact]
    public void Control_changes_without_a_change_of_interest_are_told_too()
    {
        var facts = Interests.Of("""
            P T .4
            Q T .6
            P T 0 control from=20
            P T .6 votes from=40
            """);
        Assert.Equal(["20 P 0.4 to 0.4, no control to controls: i2", "40 Q 0.6 to 0.6, controls to no control: i3"], OwnershipHistory.Changes(facts, "T").Where(c => c.On is not null).Select(Told));
    }

    [Fact]
    public void A_change_that_alters_nothing_upward_of_the_target_is_no_change()
        => Assert.DoesNotContain(OwnershipHistory.Changes(Interests.Of("""
            P T 1 from=10
            P T 0 control from=20
            P Z 1 from=30
            """), "T"), c => c.On is { Number: not 10 });

    [Fact]
    public void A_part_that_circles_for_ever_is_named_beside_the_unknown()
    {
        var result = OwnershipAnalyst.Owners(Interests.Of("""
            A T .9
            B A 1
            A B 1
            P T .1
            """), "T", new Day(100));
        Assert.Equal((.9, .9, .9), (result.UnknownHigh, result.CirclingLow, result.CirclingHigh));
        Assert.Contains(result.Notes, n => n.Contains("hold 90 % in the end", StringComparison.Ordinal));
        var ranged = OwnershipAnalyst.Owners(Interests.Of("""
            A T .5-.7
            A A 1
            P T .1
            """), "T", new Day(100));
        Assert.Equal((.5, .7), (ranged.CirclingLow, ranged.CirclingHigh));
        Assert.Equal(0, OwnershipAnalyst.Owners(Interests.Of("P T .5"), "T", new Day(100)).CirclingHigh);
    }

    [Fact]
    public void The_holder_an_asset_names_stands_in_only_after_the_declared_ones()
    {
        var asset = new Asset("X", "Car", "KZT", Holder: "P");
        Assert.Equal(["always P 0 to 1, no control to controls: X", "always unknown 1 to 0, no control to no control: X"], OwnershipHistory.Changes(Interests.Of("", asset), "X").Select(Told));
        Assert.Equal(["10 Q 0 to 1, no control to controls: i0", "10 unknown 1 to 0, no control to no control: i0", "20 P 0 to 1, no control to controls: X", "20 Q 1 to 0, controls to no control: i0"],
            OwnershipHistory.Changes(Interests.Of("Q X 1 holder from=10 to=20", asset), "X").Select(Told));
    }

    private static string Told(OwnershipChange c) => string.Create(CultureInfo.InvariantCulture,
        $"{(c.On is { } day ? day.Number.ToString(CultureInfo.InvariantCulture) : "always")} {c.Party} {Math.Round(c.LowBefore, 9)} to {Math.Round(c.Low, 9)}, {c.ControlBefore} to {c.Control}: {string.Join(' ', c.RestsOn.Select(r => r.Id))}");
}
