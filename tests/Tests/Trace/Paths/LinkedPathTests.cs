using FinInvest.Graph.Trace.Paths;
using Xunit;

namespace FinInvest.Graph.Tests.Trace.Paths;

/// <summary>Links before and after the money (definitions F3), carried share, breaks.</summary>
public class LinkedPathTests
{
    private const string Chain = """
        +X 100 K
        X>Y 60
        Y>Z 50
        """;

    [Fact]
    public void A_party_is_a_start_and_its_links_come_before_the_money()
    {
        var r = TiedLedger.Make(Chain, new AccountHolder("h1", "X", "C"), new OwnershipInterest("i1", "P", "C", Share.Exact(.6m)), new AccountHolder("h2", "Y", "P"));
        var result = PathFinder.Find(r, "balance:Z", new PathOptions { From = "party:P", Key = "steps" });
        Assert.Equal(["P Y Z", "P C X Y Z"], TiedLedger.Sequences(result.Paths));
        Assert.Equal(["interest", "holder", "money", "money"], result.Paths[1].Hops.Select(h => h.Kind));
        Assert.Equal((2, 50L), (result.Found, result.Paths[0].Least));
        Assert.Equal("Nothing links Q to an account on the ledger.", PathFinder.Find(r, "balance:Z", new PathOptions { From = "party:Q" }).Cut);
    }

    [Fact]
    public void A_link_must_hold_before_the_money_it_leads_to()
    {
        // Line n is day n: X pays Y on day 2.
        Assert.NotEmpty(Paths(from: null, to: new Day(1)));
        Assert.NotEmpty(Paths(from: new Day(2), to: null));
        Assert.Empty(Paths(from: new Day(3), to: null));
        Assert.Empty(Paths(from: new Day(2), to: new Day(2)));

        static IReadOnlyList<AssetPath> Paths(Day? from, Day? to) =>
            PathFinder.Find(TiedLedger.Make(Chain, new AccountHolder("h", "X", "P", From: from, To: to)), "balance:Y", new PathOptions { From = "party:P" }).Paths;
    }

    [Fact]
    public void Links_in_a_row_keep_the_order_of_time()
    {
        // P holds C until day 1 and C holds X from day 1: never together, but in order.
        Assert.NotEmpty(Paths(to: new Day(1), from: new Day(1)));
        // C held X until day 1 only, P holds C from day 2: out of order.
        Assert.Empty(Paths(from: null, to: null, heldTo: new Day(1), ownedFrom: new Day(2)));

        static IReadOnlyList<AssetPath> Paths(Day? from, Day? to, Day? heldTo = null, Day? ownedFrom = null) => PathFinder.Find(TiedLedger.Make(Chain,
            new OwnershipInterest("i", "P", "C", Share.Exact(1), From: ownedFrom, To: to), new AccountHolder("h", "X", "C", From: from, To: heldTo)), "balance:Z", new PathOptions { From = "party:P" }).Paths;
    }

    [Fact]
    public void After_the_money_only_the_last_link_has_to_hold_at_the_as_of_date()
    {
        // Z is reached on day 3, the as-of day is 4. C held Z until day 4 exclusive; P holds C at the as-of day.
        var r = TiedLedger.Make(Chain, new AccountHolder("h", "Z", "C", To: new Day(4)), new OwnershipInterest("i", "P", "C", Share.Exact(1), From: new Day(2)));
        Assert.Equal(["X Y Z C P"], TiedLedger.Sequences(PathFinder.Find(r, "P", new PathOptions()).Paths));
        Assert.Empty(PathFinder.Find(r, "C", new PathOptions()).Paths);
        var late = TiedLedger.Make(Chain, new AccountHolder("h", "Z", "C", To: new Day(3)), new OwnershipInterest("i", "P", "C", Share.Exact(1), From: new Day(2)));
        Assert.Empty(PathFinder.Find(late, "P", new PathOptions()).Paths);
    }

    [Fact]
    public void No_party_comes_before_and_after_the_money_unless_only_accounts_count()
    {
        var r = TiedLedger.Make(Chain, new AccountHolder("h1", "X", "P"), new AccountHolder("h2", "Z", "P"), new AccountHolder("h3", "Y", "Q"));
        Assert.Empty(PathFinder.Find(r, "P", new PathOptions { From = "party:P" }).Paths);
        Assert.Equal(["P X P", "P X Y Z P", "P Z P"], TiedLedger.Sequences(PathFinder.Find(r, "P", new PathOptions { From = "party:P", SimpleAccounts = true, Key = "steps" }).Paths).Order(StringComparer.Ordinal));
        Assert.Equal(["P X Y Q"], TiedLedger.Sequences(PathFinder.Find(r, "Q", new PathOptions { From = "party:P" }).Paths));
    }

    [Fact]
    public void Each_path_shows_the_share_of_the_proceeds_that_its_smallest_hop_carries_and_a_share_can_be_asked_for()
    {
        var r = TiedLedger.Make(Chain);
        Assert.Equal(.5, Assert.Single(PathFinder.Find(r, "balance:Z", new PathOptions()).Paths).CarriedShare!.Value.Value);
        Assert.Single(PathFinder.Find(r, "balance:Z", new PathOptions { CarriedShareMin = .5m }).Paths);
        Assert.Empty(PathFinder.Find(r, "balance:Z", new PathOptions { CarriedShareMin = .51m }).Paths);
        Assert.Throws<ArgumentException>(() => PathFinder.Find(r, "balance:Z", new PathOptions { CarriedShareMin = 0 }));
        Assert.Contains("not applied", PathFinder.Find(r, "balance:Z", new PathOptions { CarriedShareMin = .5m, From = "account:X" }).Cut, StringComparison.Ordinal);
    }

    [Fact]
    public void Breaks_are_typed()
    {
        var empty = PathFinder.Find(TiedLedger.Make("+X 100 K\n-X 100\n+X 50 own\n-X 50 car"), "car#0", new PathOptions());
        Assert.Equal(("empty", "X", 1, 4), Assert.Single(Assert.Single(empty.Paths).Breaks!) is var b ? (b.Kind, b.Account, b.From.Number, b.To.Number) : default);
        Assert.Empty(Assert.Single(PathFinder.Find(TiedLedger.Make(Chain), "balance:Z", new PathOptions()).Paths).Breaks!);
    }
}
