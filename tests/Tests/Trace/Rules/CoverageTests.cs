using FinInvest.Graph.Model.Ledgers;
using FinInvest.Graph.Model.Results;
using FinInvest.Graph.Model.Values;
using FinInvest.Graph.Trace;
using FinInvest.Graph.Trace.Bounds;
using Xunit;

namespace FinInvest.Graph.Tests.Trace.Rules;

/// <summary>Openings, gaps, interest and rates on small ledgers made by hand (definitions A7, C6).</summary>
public class CoverageTests
{
    private readonly LedgerDraft draft = new();
    private readonly OwnerTable owners = new([], [new Claim("A", "V")]);
    private int day;

    [Fact]
    public void At_a_gap_the_balance_goes_outside_and_comes_back_unknown()
    {
        var x = Account("X");
        var claim = In(x, 100);
        Add(MovementKind.GapOut, x, 0, 100, 100);
        Add(MovementKind.GapReturn, 0, x, 100, 100);
        var result = Run(claim);
        Assert.Equal("unknown 100", result.Closing("X"));
        Assert.Equal(0, result.Traced("balance:X"));
    }

    [Fact]
    public void After_the_last_reconciled_day_the_closing_composition_is_stated_as_of_that_day()
    {
        var x = Account("X", lastDay: 2);
        var claim = In(x, 100);
        Add(MovementKind.GapOut, x, 0, 100, 100);
        var result = Run(claim);
        Assert.Equal("K:A:V 100", result.Closing("X"));
        Assert.Equal(100, result.Traced("balance:X"));
        Assert.Equal(100, Bounds(claim, "balance:X").Lower);
        Worked.AssertFlows(result);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    public void An_account_that_comes_back_from_a_gap_with_nothing_holds_nothing_of_what_left(long spent)
    {
        var x = Account("X");
        var claim = In(x, 100);
        Add(MovementKind.GapOut, x, 0, 100, 100);
        if (spent > 0)
        {
            Add(MovementKind.Transfer, x, 0, spent, spent);
        }

        var result = Run(claim);
        Assert.Equal("", result.Closing("X"));
        Assert.Equal(spent, result.Closing.Single().Debt);
        Assert.Equal(0, result.Traced("balance:X"));
        Assert.Equal((0, 0), (Bounds(claim, "balance:X").UpperRecorded, Bounds(claim, "balance:X").Cost));
    }

    [Fact]
    public void A_debt_is_forgotten_at_a_gap_and_may_stand_at_its_end()
    {
        var x = Account("X");
        Add(MovementKind.OpeningDebt, 0, x, 30, 30);
        Add(MovementKind.GapOut, x, 0, 0, 0);
        Add(MovementKind.OpeningDebt, 0, x, 50, 50);
        var claim = In(x, 80);
        var result = Run(claim);
        Assert.Equal("K:A:V 30", result.Closing("X"));
        Assert.Equal([-30L, 0, -50, 30], result.Ledgers.Single().Rows.Select(r => r.Balance));
    }

    [Fact]
    public void Interest_has_the_composition_just_before_it_and_no_origin()
    {
        var x = Account("X");
        var claim = In(x, 60);
        In(x, 40);
        Add(MovementKind.Interest, 0, x, 10, 10);
        foreach (var rule in Worked.FiveRules)
        {
            var result = Run(claim, rule);
            Assert.Equal("own 44 K:A:V 66", result.Closing("X"));
            Assert.Equal(60, result.Targets.Single().Origin);
            Worked.AssertFlows(result);
        }
    }

    [Fact]
    public void Interest_on_an_empty_account_is_own()
    {
        var x = Account("X");
        Add(MovementKind.Interest, 0, x, 10, 10);
        Assert.Equal("own 10", Run(-1).Closing("X"));
    }

    [Fact]
    public void A_rate_scales_amounts_and_leaves_origins()
    {
        var x = Account("X");
        var y = Account("Y", "USD");
        var claim = In(x, 4_500);
        In(x, 500);
        Add(MovementKind.Transfer, x, y, 5_000, 10);
        foreach (var rule in Worked.FiveRules)
        {
            var result = Run(claim, rule);
            Assert.Equal("own 1 K:A:V 9", result.Closing("Y"));
            Assert.Equal(4_500, result.Targets.Single(t => t.Target == "balance:Y").Origin);
            Worked.AssertFlows(result);
        }
    }

    [Fact]
    public void Large_amounts_do_not_overflow()
    {
        const long large = 3_100_000_000_00;
        var x = Account("X");
        var claim = In(x, large);
        In(x, large * 1_000);
        Add(MovementKind.Transfer, x, 0, large * 500, large * 500);
        // Taken: 500/1001 of each; own 154 845 154 845 154.85 gets the left-over unit, the claim 154 845 154 845.15 does not.
        Assert.Equal("own 155154845154845 K:A:V 155154845155", Run(claim, "rolling").Closing("X"));
    }

    private TraceResult Run(int claim, string rule = "fifo")
    {
        var made = Made(claim);
        return Worked.Run(made, rule, [.. made.Ledger.Accounts.Skip(1).Select(a => a.Id)]);
    }

    private BoundsResult Bounds(int claim, string target) => BoundsCalculator.Compute(Made(claim), [target], new BoundsOptions()).Single();

    private Reconciliation Made(int claim)
    {
        var register = new Register { Owners = owners, Claims = claim < 0 ? [] : [new ClaimMark(claim, owners.FirstClaim, long.MaxValue, "E", "p")], Acquisitions = [], AsOf = new Day(100) };
        return new Reconciliation(draft.BuildInOrder(), register, new CaseFacts([], [], [], default), [], [], [], [], []);
    }

    private int Account(string id, string currency = "KZT", int lastDay = 100) =>
        draft.AddAccount(new LedgerAccount(id, currency, AccountCoverage.Reconciled, [], new Day(lastDay)));

    private int In(int account, long minor) => Add(MovementKind.Transfer, 0, account, minor, minor);

    private int Add(MovementKind kind, int from, int to, long debit, long credit) => draft.Add(kind, from, to, debit, credit, new Day(++day), new Day(day));
}
