using FinInvest.Graph.Assess.Schemes;
using FinInvest.Graph.Assess.Support;
using Xunit;

namespace FinInvest.Graph.Tests.Assess.Support;

public class SupportTests
{
    /// <summary>Definitions H7: .9, .8, .9 in a row.</summary>
    [Fact]
    public void The_bottleneck_of_three_hops_in_a_row_is_not_their_support()
    {
        var s = new HandMadeLink().Arc(-1, 0, 100, 0).Arc(0, 1, 100, 1).Arc(1, 2, 100, 2)
            .Item("a", "G1", 100, 90, "transfer:S/1").Item("b", "G2", 100, 80, "transfer:S/2").Item("c", "G3", 100, 90, "transfer:S/3").Support(0.5m);
        Assert.Equal(0.648, s.Low!.Value, 12);
        Assert.Equal("81/125", s.LowExact);
        Assert.Equal(0.8, s.Beta!.Value, 12);
        Assert.Equal(1, s.WeakestHop);
        Assert.Equal(1.0, s.High);
        Assert.Equal(6, s.Variables);
    }

    /// <summary>Rating 2.6, the worked check: seven hops, two routes that share hops 1, 2, 6 and 7.</summary>
    [Theory]
    [InlineData("", 0.587)]
    [InlineData("e3", 0.320)]
    [InlineData("e4", 0.523)]
    [InlineData("e5", 0.523)]
    [InlineData("e1", 0)]
    [InlineData("e2", 0)]
    [InlineData("e6", 0)]
    [InlineData("e7", 0)]
    public void Shared_hops_count_once(string without, double expected)
    {
        // e1 and e2 lead to a fork: e3 in one arm, e4 and e5 in the other; both reach e6 and e7. Either arm alone brings half, which is enough.
        var link = new HandMadeLink().Arc(-1, 0, 100, 0).Arc(0, 1, 100, 1).Arc(1, 2, 50, 3).Arc(1, 3, 50, 2).Arc(2, 3, 50, 4).Arc(3, 4, 100, 5).Arc(4, 5, 100, 6);
        int[] weights = [95, 90, 80, 70, 70, 85, 90];
        for (var i = 0; i < weights.Length; i++)
        {
            link.Item($"e{i + 1}", $"G{i + 1}", 100, weights[i], $"transfer:S/{i + 1}");
        }

        var model = link.Model(0.5m);
        var low = new SupportCalculator(model, Schemes.Admiralty1).Low(EvidenceRoles.Without(model.Items, i => i.Id == without));
        Assert.Equal(expected, low.Value, 3);
    }

    [Fact]
    public void One_bank_behind_two_hops_is_one_variable()
    {
        var s = new HandMadeLink().Arc(-1, 0, 10, 0).Arc(0, 1, 10, 1).Item("a", "Bank", 70, 100, "transfer:S/1").Item("b", "Bank", 70, 100, "transfer:S/2").Support(1m);
        Assert.Equal(0.70, s.Low!.Value, 12);
    }

    /// <summary>Rating 2.4: .6 three times from one root is .6, from two roots .84.</summary>
    [Fact]
    public void Copies_do_not_corroborate_and_two_independent_sources_do()
    {
        var copies = new HandMadeLink().Arc(-1, 0, 10, 0).Item("a", "G", 60, 100, "transfer:S/1").Item("b", "G", 60, 100, "transfer:S/1").Item("c", "G", 60, 100, "transfer:S/1");
        var independent = new HandMadeLink().Arc(-1, 0, 10, 0).Item("a", "G", 60, 100, "transfer:S/1").Item("b", "H", 60, 100, "transfer:S/1");
        Assert.Equal(0.60, copies.Support(1m).Low!.Value, 12);
        Assert.Equal(0.84, independent.Support(1m).Low!.Value, 12);
    }

    [Fact]
    public void A_contradiction_is_not_averaged_away_and_a_resolved_one_does_not_count()
    {
        var open = new HandMadeLink().Arc(-1, 0, 10, 0).Item("a", "G", 90, 100, "transfer:S/1").Item("z", "H", 50, 60, contradicts: "transfer:S/1").Support(1m);
        var resolved = new HandMadeLink().Arc(-1, 0, 10, 0).Item("a", "G", 90, 100, "transfer:S/1").Item("z", "H", 50, 60, contradicts: "transfer:S/1", resolvedBy: "a").Support(1m);
        Assert.Equal(0.9 * 0.7, open.Low!.Value, 12);
        Assert.Equal(0.7, open.High!.Value, 12);
        Assert.Equal(0.9, resolved.Low!.Value, 12);
        Assert.Equal(1.0, resolved.High);
    }

    /// <summary>Definitions H2: r is 0 for what it supports and .5 for what it contradicts at the low end, the reverse at the high end.</summary>
    [Fact]
    public void A_source_that_cannot_be_judged_counts_the_worse_way_at_each_end()
    {
        var s = new HandMadeLink().Arc(-1, 0, 10, 0).Item("a", "G", 90, 100, "transfer:S/1").Item("f", "F", null, 100, "transfer:S/1")
            .Item("z", "F", null, 80, contradicts: "transfer:S/1").Support(1m);
        Assert.Equal(0.9 * 0.6, s.Low!.Value, 12);
        Assert.Equal(1.0, s.High);
    }

    [Fact]
    public void A_share_is_proved_exactly_at_the_threshold()
    {
        // Two thirds of 99 are proved when hop 0 falls alone: 33 + 66 split 1:2 and only what hop 1 brought remains proved.
        var link = new HandMadeLink().Arc(-1, 0, 33, 0).Arc(-1, 0, 66, 1).Arc(0, 1, 50, 2).Item("b", "G", 50, 100, "transfer:S/2").Item("c", "H", 100, 100, "transfer:S/3");
        Assert.Equal("0", link.Support(0.67m).LowExact);
        var model = link.Model(1m);
        Assert.Equal(new Fraction(100, 3), model.Amount([.. model.ClassKinds.Select((_, c) => c != model.ClassOf[0])]));
    }

    [Fact]
    public void Beyond_the_states_that_are_enumerated_seeded_samples_agree_and_say_their_error()
    {
        var link = new HandMadeLink().Arc(-1, 0, 100, 0).Arc(0, 1, 60, 1).Arc(0, 1, 40, 2)
            .Item("a", "G", 95, 85, "transfer:S/1").Item("b", "H", 85, 65, "transfer:S/2").Item("c", "G", 95, 95, "transfer:S/3").Item("z", "I", 45, 60, contradicts: "transfer:S/1");
        var exact = link.Support(0.5m);
        var sampled = link.Support(0.5m, Schemes.Admiralty1 with { StatesMax = 2 });
        Assert.Equal(0, exact.ErrorLow);
        Assert.Equal("", sampled.LowExact);
        Assert.InRange(sampled.ErrorLow, 0.0053, 0.0054);
        Assert.InRange(exact.Low!.Value, sampled.Low!.Value, sampled.Low.Value + (2 * sampled.ErrorLow));
        Assert.InRange(exact.High!.Value, sampled.High!.Value - (2 * sampled.ErrorHigh), sampled.High.Value);
        Assert.Equal(sampled.Low, link.Support(0.5m, Schemes.Admiralty1 with { StatesMax = 2 }).Low);
    }

    [Fact]
    public void Beyond_two_to_the_twenty_states_the_samples_hold_the_true_value_within_the_stated_error()
    {
        // 26 equal transfers, each proved by a source of its own with .70 * .65: half must hold, so S is a binomial tail, and nearly every state has to be visited.
        const int Transfers = 26;
        const double Weight = .70 * .65;
        var link = new HandMadeLink().Arc(-1, 0, Transfers, 0).Item("a", "G", 95, 95, "transfer:S/1");
        for (var i = 1; i <= Transfers; i++)
        {
            link = link.Arc(0, 1, 1, i).Item($"i{i}", $"G{i}", 70, 65, $"transfer:S/{i + 1}");
        }

        var (tail, term) = (0d, Math.Pow(1 - Weight, Transfers));
        for (var k = 0; k <= Transfers; k++)
        {
            tail += k >= Transfers / 2 ? term : 0;
            term *= (Transfers - k) / (k + 1d) * Weight / (1 - Weight);
        }

        var s = link.Support(0.5m);
        Assert.Equal(("", (Transfers * 2) + 2), (s.LowExact, s.Variables));
        Assert.InRange(s.ErrorLow, 0.0053, 0.0054);
        Assert.InRange(.95 * .95 * tail, s.Low!.Value, s.Low.Value + (2 * s.ErrorLow));
    }
}
