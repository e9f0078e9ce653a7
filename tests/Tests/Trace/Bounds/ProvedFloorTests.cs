using System.Globalization;
using FinInvest.Graph.Model.Ledgers;
using FinInvest.Graph.Tests.Ledgers;
using FinInvest.Graph.Trace;
using FinInvest.Graph.Trace.Bounds;
using Xunit;

namespace FinInvest.Graph.Tests.Trace.Bounds;

/// <summary>The evidence-proof floor by tier (definitions E7).</summary>
public class ProvedFloorTests
{
    private static readonly string[] Tiers = ["C1", "C2", "C3"];
    private static readonly string[] Conserving = ["fifo", "lifo", "rolling", "own-first", "proceeds-first"];
    private static readonly int Seeds = int.Parse(Environment.GetEnvironmentVariable("FININVEST_SEEDS") ?? "300", CultureInfo.InvariantCulture);

    private const string Chain = """
        +X 100 own
        +X 200 K
        X>Y 250
        -Y 240 flat
        """;

    [Fact]
    public void With_every_hop_proved_the_floor_is_that_of_the_bounds()
    {
        var b = Bound(Chain, _ => 0);
        Assert.Equal(140, b.Lower);
        Assert.Equal([("C1", 140L, 140L), ("C2", 140L, 140L), ("C3", 140L, 140L)], b.ProvedFloors!.Select(f => (f.ProofTier, f.Lower, f.Floor)));
    }

    [Theory]
    [InlineData("proceeds")]
    [InlineData("transfer")]
    [InlineData("purchase")]
    public void A_hop_below_the_tier_lets_nothing_criminal_through(string kind)
    {
        Assert.Equal([0L, 0L, 140L], Bound(Chain, h => h.Kind == kind ? 2 : 0).ProvedFloors!.Select(f => f.Floor));
        Assert.Equal([0L, 0L, 0L], Bound(Chain, h => h.Kind == kind ? 3 : 0).ProvedFloors!.Select(f => f.Floor));
    }

    [Fact]
    public void Only_the_money_of_the_unproved_hop_is_lost()
    {
        // Two transfers bring 125 each; without proof of the second, 125 of 240 may be what it brought.
        const string two = "+X 50 own\n+X 200 K\nX>Y 125\nX>Y 125\n-Y 240 flat";
        Assert.Equal([190L - 125, 190, 190], Bound(two, h => h is { Kind: "transfer", Movement: 3 } ? 1 : 0).ProvedFloors!.Select(f => f.Floor));
    }

    [Fact]
    public void Money_that_is_named_again_stays_as_unproved_as_it_came()
    {
        const string again = "+X 100 K:A1:V\nX>Y 100\nY>Z 100 K:A2:W\n-Z 100 flat";
        Assert.Equal([0L, 100, 100], Bound(again, h => h is { Kind: "transfer", Movement: 1 } ? 1 : 0).ProvedFloors!.Select(f => f.Floor));
    }

    [Fact]
    public void Without_a_word_on_proof_there_is_no_floor_by_tier() => Assert.Null(WorkedBounds.Of(Chain, "flat").ProvedFloors);

    [Fact]
    public void Floors_are_those_of_every_attribution_on_small_ledgers_and_no_more_where_money_is_named_twice()
    {
        var (compared, twice, tight) = (0, 0, 0);
        for (var seed = 0; seed < Seeds * 2; seed++)
        {
            var r = RandomCase.Make(RandomCase.SmallLines(70_000 + seed));
            var namedTwice = r.Register.Claims.Any(c => r.Ledger.Debited[c.Movement] != LedgerAccount.Outside);
            foreach (var bound in BoundsCalculator.Compute(r, [.. r.Register.Acquisitions.Select(a => a.Key)], new BoundsOptions(WithSet: false, WithFloor: false, Proof: new HopTiers(Tiers, h => Tier(seed, h)))))
            {
                for (var t = 0; t < Tiers.Length; t++)
                {
                    var byHand = EveryProof.Least(r, bound.Target.Split('#')[0], h => Tier(seed, h) <= t);
                    var floor = bound.ProvedFloors![t].Lower;
                    Assert.True(namedTwice ? floor <= byHand : floor == byHand, $"seed {seed} {bound.Target} {Tiers[t]}: {floor}, by hand {byHand}");
                    compared += byHand > 0 && byHand < bound.UpperRecorded ? 1 : 0;
                    twice += namedTwice && byHand > 0 ? 1 : 0;
                    tight += namedTwice && byHand > 0 && floor == byHand ? 1 : 0;
                }
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{compared} floors between nothing and U; named twice: {tight} of {twice} floors exact, the others below");
        Assert.True(compared > Seeds / 20 && twice > Seeds / 20 && tight > twice / 2, $"{compared} {twice} {tight}");
    }

    [Fact]
    public void What_a_rule_traces_over_hops_of_a_tier_is_never_less_than_the_floor_of_the_tier()
    {
        var compared = 0;
        for (var seed = 0; seed < Seeds / 3; seed++)
        {
            var r = RandomCase.Make(RandomCase.Lines(40_000 + seed, withDebt: true));
            IReadOnlyList<string> targets = [.. r.Register.Acquisitions.Select(a => a.Key)];
            var bounds = BoundsCalculator.Compute(r, targets, new BoundsOptions(WithSet: false, WithCuts: false, Proof: new HopTiers(Tiers, h => Tier(seed, h))));
            foreach (var rule in Conserving)
            {
                var traced = Tracer.Run(r, rule, new TraceOptions(targets, WithFlow: true)).Targets;
                for (var i = 0; i < targets.Count; i++)
                {
                    var floors = bounds[i].ProvedFloors!;
                    Assert.True(floors[0].Lower <= floors[1].Lower && floors[1].Lower <= floors[2].Lower && floors[2].Lower <= bounds[i].Lower, $"seed {seed} {bounds[i]}");
                    for (var t = 0; t < Tiers.Length && traced[i].Flow is { } flow; t++)
                    {
                        var proved = Proved(flow, h => Tier(seed, h) <= t);
                        Assert.True(floors[t].Floor <= floors[t].Lower && floors[t].Lower <= proved + 1e-6, $"seed {seed} {rule} {targets[i]} {Tiers[t]}: {proved}, floor {floors[t]}");
                        compared += floors[t].Lower > 0 ? 1 : 0;
                    }
                }
            }
        }

        Assert.InRange(compared, Seeds / 3, int.MaxValue);
    }

    private static BoundsResult Bound(string text, Func<FlowHop, int> tier) =>
        Assert.Single(BoundsCalculator.Compute(CaseText.Parse(text), ["flat#0"], new BoundsOptions(Proof: new HopTiers(Tiers, tier))));

    /// <summary>A tier for each hop by its name and the seed; most hops are well proved.</summary>
    private static int Tier(int seed, FlowHop hop) => new[] { 0, 0, 0, 1, 2, 3 }[(uint)((seed * 31) + (hop.Movement * 7) + hop.Kind.Length + hop.Claim.Length) % 6];

    /// <summary>One pass over the traced flow: what still arrives over the hops that hold (definitions H5).</summary>
    private static double Proved(TracedFlow flow, Func<FlowHop, bool> holds)
    {
        var node = new double[flow.NodeMinor.Length];
        for (var a = 0; a < flow.ArcTo.Length; a++)
        {
            if (flow.ArcMinor[a] > 0 && (flow.ArcHop[a] < 0 || holds(flow.Hops[flow.ArcHop[a]])))
            {
                node[flow.ArcTo[a]] += flow.ArcFrom[a] < 0 ? flow.ArcMinor[a] : flow.ArcMinor[a] * node[flow.ArcFrom[a]] / flow.NodeMinor[flow.ArcFrom[a]];
            }
        }

        return node.Length == 0 ? 0 : node[^1];
    }
}
