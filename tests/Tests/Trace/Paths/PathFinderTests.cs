using FinInvest.Graph.Tests.Ledgers;
using FinInvest.Graph.Trace.Paths;
using Xunit;

namespace FinInvest.Graph.Tests.Trace.Paths;

public class PathFinderTests
{
    private const string Chain = """
        +X 100 K
        X>Y 60
        X>Z 40
        Z>Y 30
        -Y 80 car
        """;

    [Fact]
    public void The_widest_path_comes_first_and_shows_its_hops()
    {
        var result = PathFinder.Find(CaseText.Parse(Chain), "car#0", new PathOptions());
        Assert.Equal(["X Y car#0", "X Z Y car#0"], Sequences(result));
        Assert.Equal([60, 30], result.Paths.Select(p => p.Least));
        Assert.Equal((2, 2, ""), (result.Found, result.Chains, result.Cut));
        var best = result.Paths[0];
        Assert.Equal(["OUTSIDE>X 1", "X>Y 2", "Y>car#0 5"], best.Hops.Select(h => $"{h.From}>{h.To} {h.Day.Number}"));
        Assert.Equal(5, best.Arrival.Number);
        Assert.Equal(0, best.OtherChains);
        Assert.Empty(best.Notes);
    }

    [Fact]
    public void Fewest_steps_does_not_look_at_amounts()
    {
        var result = PathFinder.Find(CaseText.Parse("""
            +X 100 K
            X>Y 1
            X>Z 40
            Z>Y 40
            -Y 30 car
            """), "car#0", new PathOptions { Key = "steps", K = 1 });
        Assert.Equal(["X Y car#0"], Sequences(result));
        Assert.Equal("1 of 2 paths of at most 8 hops.", result.Cut);
    }

    [Fact]
    public void Money_that_left_before_the_crime_is_on_no_path()
    {
        var result = PathFinder.Find(CaseText.Parse("""
            +X 100 own
            X>Y 60
            +X 100 K
            -Y 60 car
            """), "car#0", new PathOptions());
        Assert.Empty(result.Paths);
        Assert.Equal(0, result.Found);
    }

    [Fact]
    public void A_path_through_an_account_that_was_empty_in_between_is_flagged()
    {
        var result = PathFinder.Find(CaseText.Parse("""
            +X 100 K
            -X 100
            +X 50 own
            -X 50 car
            """), "car#0", new PathOptions());
        Assert.Equal(["U = 0: account X was empty in between."], Assert.Single(result.Paths).Notes);
    }

    [Fact]
    public void The_best_chain_stands_for_all_parallel_transfers_and_the_others_are_counted()
    {
        var result = PathFinder.Find(CaseText.Parse("""
            +X 100 K
            X>Y 20
            X>Y 35
            X>Y 30
            -Y 80 car
            """), "car#0", new PathOptions());
        var path = Assert.Single(result.Paths);
        Assert.Equal(35, path.Least);
        Assert.Equal(2, path.OtherChains);
        Assert.Equal((1, 3), (result.Found, result.Chains));
        Assert.Equal(3, path.Hops[1].Day.Number);
    }

    [Fact]
    public void An_amount_named_bounds_the_path()
    {
        var result = PathFinder.Find(CaseText.Parse("""
            +X 100 K 40
            -X 80 car
            """), "car#0", new PathOptions());
        Assert.Equal(40, Assert.Single(result.Paths).Least);
    }

    [Fact]
    public void A_payment_that_bought_an_asset_is_no_hop()
    {
        var r = CaseText.Parse("""
            +X 100 K
            X>Y 60
            -Y 60 car
            """);
        var lines = r.Register.Acquisitions[0].Lines;
        var house = new Acquisition("house", 0, "KZT", [new AcquisitionLine(1, "price", 60, new Day(2), "h")]);
        var register = new Register { Owners = r.Register.Owners, Claims = r.Register.Claims, Acquisitions = [r.Register.Acquisitions[0], house], AsOf = r.Register.AsOf };
        var changed = r with { Register = register };
        Assert.Single(lines);
        Assert.Empty(PathFinder.Find(changed, "car#0", new PathOptions()).Paths);
        Assert.Equal(["X house#0"], Sequences(PathFinder.Find(changed, "house#0", new PathOptions())));
    }

    [Fact]
    public void A_balance_is_a_target_and_a_window_without_order_says_so()
    {
        var r = CaseText.Parse("""
            +Y 10 own
            Y>Z 10
            +X 100 K
            X>Y 60
            """);
        Assert.Equal(["X Y"], Sequences(PathFinder.Find(r, "balance:Y", new PathOptions())));
        Assert.Empty(PathFinder.Find(r, "balance:Z", new PathOptions()).Paths);
        var window = PathFinder.Find(r, "balance:Z", new PathOptions { OrderWindow = true });
        Assert.Equal(["X Y Z"], Sequences(window));
        Assert.StartsWith("Paths inside a window, without order of time", window.Cut, StringComparison.Ordinal);
        Assert.Empty(PathFinder.Find(r, "balance:Z", new PathOptions { OrderWindow = true, Window = new DayRange(new Day(3), new Day(9)) }).Paths);
    }

    [Fact]
    public void Paths_can_be_told_backward_begin_at_an_account_and_keep_to_a_gap()
    {
        var r = CaseText.Parse(Chain);
        Assert.Equal(["car#0 Y X", "car#0 Y Z X"], Sequences(PathFinder.Find(r, "car#0", new PathOptions { Backward = true })));
        Assert.Equal(["Z Y car#0"], Sequences(PathFinder.Find(r, "car#0", new PathOptions { From = "account:Z" })));
        Assert.Equal(["X Z Y car#0"], Sequences(PathFinder.Find(r, "car#0", new PathOptions { GapDaysMax = 2 })));
        Assert.Equal(["X Y car#0"], Sequences(PathFinder.Find(r, "car#0", new PathOptions { LeastMinor = 50 })));
        Assert.Equal(["X Y car#0"], Sequences(PathFinder.Find(r, "car#0", new PathOptions { HopsMax = 1 })));
    }

    [Fact]
    public void Paths_can_be_asked_for_one_claim_act_or_credit()
    {
        var r = CaseText.Parse("""
            +X 100 K:A:V
            +Y 50 K:B:W
            X>Y 60
            -Y 80 car
            """);
        Assert.Equal(["X Y car#0"], Sequences(PathFinder.Find(r, "car#0", new PathOptions { From = "K:A:V" })));
        Assert.Equal(["Y car#0"], Sequences(PathFinder.Find(r, "car#0", new PathOptions { From = "B" })));
        Assert.Equal(["Y car#0"], Sequences(PathFinder.Find(r, "car#0", new PathOptions { From = "p2" })));
        Assert.Equal("No credit in question belongs to C.", PathFinder.Find(r, "car#0", new PathOptions { From = "C" }).Cut);
    }

    [Fact]
    public void The_weakest_hop_decides_when_evidence_is_the_key()
    {
        var result = PathFinder.Find(CaseText.Parse(Chain), "car#0", new PathOptions { Key = "evidence", HopWeights = [1, .3, .9, .8, 1] });
        Assert.Equal(["X Z Y car#0", "X Y car#0"], Sequences(result));
    }

    [Fact]
    public void An_unknown_target_is_answered_with_a_sentence()
    {
        Assert.Equal("There is no target boat#0: give an acquisition such as X0#0, balance:ACCOUNT, or a party, company or asset that accounts are tied to.", PathFinder.Find(CaseText.Parse(Chain), "boat#0", new PathOptions()).Cut);
        Assert.Throws<ArgumentException>(() => PathFinder.Find(CaseText.Parse(Chain), "car#0", new PathOptions { Key = "beauty" }));
    }

    [Fact]
    public void Holder_and_interest_hops_follow_the_last_money_hop_and_count_as_steps()
    {
        var r = CaseText.Parse("""
            +X 100 K
            X>Y 60
            X>Z 60
            """);
        IFact[] facts =
        [
            new AccountHolder("h1", "Y", "P"), new AccountHolder("h2", "Z", "C"), new AccountHolder("h3", "X", "Q", To: new Day(2)),
            new OwnershipInterest("i1", "P", "C", Share.Exact(.3m)), new Asset("boat", "Boat", "KZT", Holder: "P"), new AccountHolder("h4", "X", "P", From: new Day(99)),
        ];
        var linked = r with { Facts = new CaseFacts(facts.Select((f, i) => new FactRow(f, Sha256.Of([]), i + 1)), [], [], default) };
        Assert.Equal(["X Y P", "X Z C P"], Sequences(PathFinder.Find(linked, "P", new PathOptions { Key = "steps" })));
        var boat = PathFinder.Find(linked, "boat", new PathOptions { Key = "steps", K = 1 });
        Assert.Equal(["X Y P boat"], Sequences(boat));
        Assert.Equal(["money", "money", "holder", "holder"], boat.Paths[0].Hops.Select(h => h.Kind));
        Assert.Equal(2, boat.Found);
        Assert.Equal(60, boat.Paths[0].Least);
        Assert.Empty(PathFinder.Find(linked, "Q", new PathOptions()).Paths);
        Assert.Equal(["P Y X", "P C Z X"], Sequences(PathFinder.Find(linked, "P", new PathOptions { Key = "steps", Backward = true })));
    }

    private static IEnumerable<string> Sequences(PathResult result) => result.Paths.Select(p => string.Join(' ', p.Accounts));
}
