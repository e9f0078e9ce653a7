using CsCheck;
using FinInvest.Graph.Assess.Schemes;
using FinInvest.Graph.Assess.Support;
using Xunit;

namespace FinInvest.Graph.Tests.Assess.Support;

/// <summary>Definitions H13 on random links, and an independent enumeration of every state.</summary>
public class SupportPropertyTests
{
    private sealed record RandomItem(int Group, int Grade, int[] For, int[] Against);

    private sealed record RandomLink(int[] Amounts, RandomItem[] Items, int?[] Reliability, decimal Theta)
    {
        public HandMadeLink Make(int without = -1)
        {
            // crime -0-> node 0, crime -1-> node 0, node 0 -2-> node 1 (part), node 1 -3-> node 2, node 0 -4-> node 2
            var through = Amounts[0] + Amounts[1];
            var link = new HandMadeLink().Arc(-1, 0, Amounts[0], 0).Arc(-1, 0, Amounts[1], 1).Arc(0, 1, 1 + (through / 3), 2).Arc(1, 2, 1 + (through / 4), 3).Arc(0, 2, 1 + (through / 5), 4);
            for (var i = 0; i < Items.Length; i++)
            {
                if (i != without)
                {
                    link.Item($"I{i}", $"G{Items[i].Group}", Reliability[Items[i].Group], Items[i].Grade, Names(Items[i].For), Names(Items[i].Against));
                }
            }

            return link;
        }

        private static string Names(int[] hops) => string.Join(' ', hops.Distinct().Select(h => $"transfer:S/{h + 1}"));
    }

    private static readonly Gen<RandomItem> GenItem = Gen.Select(Gen.Int[0, 2], Of(95, 85, 65, 60), Gen.Int[0, 4].Array[1, 4], Gen.Int[0, 9], (group, grade, hops, side) =>
        side < 8 ? new RandomItem(group, grade, hops, []) : new RandomItem(group, grade, [], hops));

    private static readonly Gen<RandomLink> GenLink = Gen.Select(Gen.Int[3, 50].Array[2], GenItem.Array[1, 7], Of<int?>(95, 85, 45, 20, null).Array[3], Of(0m, 0.5m, 1m),
        (amounts, items, reliability, theta) => new RandomLink(amounts, items, reliability, theta));

    private static Gen<T> Of<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    [Fact]
    public void Support_equals_the_sum_over_every_state() => GenLink.Sample(l =>
    {
        var model = l.Make().Model(l.Theta);
        var s = new SupportCalculator(model, Schemes.Admiralty1).Support(l.Theta);
        Assert.Equal(EveryState(model, SupportEnd.Low), s.Low!.Value, 1e-9);
        Assert.Equal(EveryState(model, SupportEnd.High), s.High!.Value, 1e-9);
        Assert.True(s.Low <= s.High);
    }, iter: 150, threads: 1);

    [Fact]
    public void Removing_a_supporting_item_never_raises_belief_amount_or_support() => GenLink.Sample(l =>
    {
        var model = l.Make().Model(l.Theta);
        var full = new SupportCalculator(model, Schemes.Admiralty1).Support(l.Theta);
        for (var i = 0; i < l.Items.Length; i++)
        {
            if (l.Items[i].For.Length == 0)
            {
                continue;
            }

            // Rebuilt without the item, and taken away in place: the same, and not more than before.
            var rest = l.Make(without: i).Support(l.Theta);
            var taken = new SupportCalculator(model, Schemes.Admiralty1).Low(EvidenceRoles.Without(model.Items, item => item.Id == $"I{i}"));
            Assert.Equal(rest.Low!.Value, taken.Value, 12);
            Assert.True(rest.Low <= full.Low + 1e-12);
            Assert.True(rest.High <= full.High + 1e-12);
            Assert.All(rest.HopBelief.Zip(full.HopBelief), b => Assert.True(b.First <= b.Second + 1e-12));
        }
    }, iter: 100, threads: 1);

    [Fact]
    public void Samples_are_monotone_one_by_one() => GenLink.Sample(l =>
    {
        var scheme = Schemes.Admiralty1 with { StatesMax = 0, Samples = 256 };
        var full = l.Make().Support(l.Theta, scheme);
        for (var i = 0; i < l.Items.Length; i++)
        {
            if (l.Items[i].For.Length > 0)
            {
                Assert.True(l.Make(without: i).Support(l.Theta, scheme).Low <= full.Low);
            }
        }
    }, iter: 60, threads: 1);

    [Fact]
    public void Half_of_a_link_without_proof_leaves_the_other_half_exactly() => GenLink.Sample(l =>
    {
        var model = l.Make().Model(l.Theta);
        var all = model.Amount([.. model.ClassKinds.Select(_ => true)]);
        Assert.Equal(new Fraction(model.Traced, 1), all);
        for (var c = 0; c < model.ClassKinds.Length; c++)
        {
            Assert.True(model.Amount([.. model.ClassKinds.Select((_, k) => k != c)]) <= all);
        }
    }, iter: 100, threads: 1);

    /// <summary>Written a second time from definitions H2 to H6, state by state, in doubles.</summary>
    private static double EveryState(LinkModel model, SupportEnd end)
    {
        var groups = model.Groups.Length;
        var items = model.Items.Count;
        var mass = 0.0;
        for (var state = 0; state < 1 << (groups + items); state++)
        {
            var p = 1.0;
            for (var g = 0; g < groups; g++)
            {
                var r = (model.Items.First(i => i.Group == model.Groups[g]).Reliability ?? 50) / 100.0;
                p *= (state >> g & 1) == 1 ? r : 1 - r;
            }

            for (var i = 0; i < items; i++)
            {
                p *= (state >> (groups + i) & 1) == 1 ? model.Items[i].Credibility / 100.0 : 1 - (model.Items[i].Credibility / 100.0);
            }

            bool Holds(int item) => (state >> (groups + item) & 1) == 1 && (state >> model.GroupOf[item] & 1) == 1;
            var hops = model.Flow.Hops.Select((_, hop) => model.HopElements[hop].All(e =>
            {
                var kind = model.KindOf[e];
                var against = model.Contradicts[kind].Any(i => Holds(i) && (model.Items[i].Reliability is not null || end == SupportEnd.Low));
                var supports = model.Supports[kind].Any(i => Holds(i) && model.Items[i].Reliability is not null);
                return !against && (end == SupportEnd.High || supports);
            })).ToArray();
            mass += new ProvedAmount(model.Flow).Exact(hops) >= model.Threshold ? p : 0;
        }

        return mass;
    }
}
