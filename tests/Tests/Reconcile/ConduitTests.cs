using FinInvest.Graph.Trace;
using FinInvest.Graph.Trace.Bounds;
using FinInvest.Graph.Trace.Rules;
using Xunit;

namespace FinInvest.Graph.Tests.Reconcile;

/// <summary>
/// A bank's account N that customers' payments pass: A's 100 of crime money to C and B's own 100 to D, at the same time, by end-to-end id.
/// Mixed in N they would be half crime each; joined by their ids, C has all of it and D nothing.
/// </summary>
public class ConduitTests
{
    [Fact]
    public void Payments_under_one_id_pass_a_conduit_without_mixing()
    {
        var r = Records("conduit").Build();
        Assert.Equal(["2 >A 100", "2 >B 100", "3 A>C 100", "3 B>D 100"], LedgerText.Movements(r).Order(StringComparer.Ordinal));
        Assert.Equal(["A>C N conduit E1", "B>D N conduit E2"], Passages(r).Order(StringComparer.Ordinal));
        Assert.Equal(["end-to-end id E1 through N", "end-to-end id E2 through N"], r.Pairs.Select(p => p.Reason).Order(StringComparer.Ordinal));
        Assert.Contains("account N is a conduit: its own rows are not traced, payments with one end-to-end id on both sides pass through it", r.Notes);
        Assert.DoesNotContain(r.Ledger.Flags, f => f.HasFlag(MovementFlags.Corroborated));
    }

    [Theory]
    [InlineData("", 50, 50)]
    [InlineData("conduit", 100, 0)]
    [InlineData("pooled", 0, 0)]
    public void Rolling_gives_what_the_use_of_the_account_says(string use, long c, long d)
    {
        var traced = Tracer.Run(Records(use).Build(), "rolling", new TraceOptions(["balance:C", "balance:D"], []));
        Assert.Equal([c, d], traced.Targets.Select(t => t.Traced));
    }

    [Fact]
    public void Under_every_rule_it_is_as_if_the_payer_had_paid_the_receiver()
    {
        var direct = Records("", direct: true).Build();
        var conduit = Records("conduit").Build();
        foreach (var rule in RuleCatalogue.All.Where(x => x.Conserving))
        {
            Assert.Equal(Traced(direct, rule.Id), Traced(conduit, rule.Id));
        }

        Assert.Equal(Bounds(direct), Bounds(conduit));
        Assert.Equal((100L, 100L), Bounds(conduit));

        static IEnumerable<long> Traced(Reconciliation r, string rule) => Tracer.Run(r, rule, new TraceOptions(["balance:C", "balance:D"], [])).Targets.Select(t => t.Traced);
    }

    [Fact]
    public void Out_of_a_pool_comes_nothing_on_the_recorded_movements_but_it_may_outside_them()
    {
        var r = Records("pooled").Build();
        Assert.Equal([">C N pooled E1", ">D N pooled E2", "A> N pooled E1", "B> N pooled E2"], Passages(r).Order(StringComparer.Ordinal));
        Assert.Equal((0L, 0L), Bounds(r));
        Assert.Equal(100, BoundsCalculator.Compute(r, ["balance:C"], new BoundsOptions()).Single().UpperOut);
    }

    [Theory]
    [InlineData("3 -100 N e2e=E1", "3 98 N e2e=E1", "A>C 100/98")]
    [InlineData("3 -100 N e2e=E1", "5 100 N e2e=E1", "A>C 100")]
    [InlineData("3 -100 N e2e=E1", "3 100 M e2e=E1", "A>C 100")]
    [InlineData("3 -100 N e2e=E1", "3 100 e2e=E1", "A>C 100")]
    public void A_fee_a_later_day_a_chain_of_conduits_and_a_silent_receiver_are_joined(string debit, string credit, string movement)
        => Assert.Contains(LedgerText.Movements(Two(debit, credit).Build()), m => m.EndsWith(movement, StringComparison.Ordinal));

    [Theory]
    [InlineData("3 -100 N e2e=E1", "3 101 N e2e=E1", "no row that fits bears end-to-end id E1 out of N")]
    [InlineData("3 -100 N e2e=E1", "2 100 N e2e=E1", "no row that fits bears end-to-end id E1 out of N")]
    [InlineData("3 -100 N e2e=E1", "3 100 N e2e=E2", "no row that fits bears end-to-end id E1 out of N")]
    [InlineData("3 -100 N", "3 100 N", "no end-to-end id is given, so nothing shows where the money went on from N")]
    [InlineData("3 -100 N e2e=NOTPROVIDED", "3 100 N e2e=NOTPROVIDED", "no end-to-end id is given, so nothing shows where the money went on from N")]
    [InlineData("3 -100 N e2e=E1", "3 50 N e2e=E1; 3 50 N e2e=E1", "1 payment(s) in and 2 out bear end-to-end id E1, none is chosen")]
    public void What_does_not_fit_is_joined_to_nothing_and_listed(string debit, string credit, string reason)
    {
        var r = Two(debit, credit).Build();
        Assert.Empty(r.Pairs);
        Assert.Contains(r.Unmatched, u => u.Account == "A" && u.Reason == reason);
    }

    [Fact]
    public void A_decision_makes_a_conduit_and_its_replacement_unmakes_it()
    {
        Assert.Equal(2, Records("").Decide(DecisionKinds.Account, "N", "conduit").Build().Passages!.Count);
        var undone = Records("").Decide(DecisionKinds.Account, "N", "conduit").Decide(DecisionKinds.Account, "N", "ordinary", replaces: 1).Build();
        Assert.Equal(LedgerText.Whole(Records("").Build()), LedgerText.Whole(undone));
        Assert.Empty(Records("conduit").Decide(DecisionKinds.Account, "N", "ordinary").Build().Passages!);
    }

    [Fact]
    public void A_pair_that_a_person_rejects_is_not_joined()
        => Assert.Equal(["B>D N conduit E2"], Passages(Records("conduit").Decide(DecisionKinds.Pairing, "SA/2=SC/1", "reject").Build()));

    private static IEnumerable<string> Passages(Reconciliation r) => r.Passages!.Select(p =>
        $"{Name(r, r.Ledger.Debited[p.Movement])}>{Name(r, r.Ledger.Credited[p.Movement])} {p.Account} {p.Use} {p.EndToEndId}");

    private static string Name(Reconciliation r, int account) => account == 0 ? "" : r.Ledger.Accounts[account].Id;

    private static (long, long) Bounds(Reconciliation r) => BoundsCalculator.Compute(r, ["balance:C"], new BoundsOptions()).Single() is var b ? (b.Lower, b.UpperRecorded) : default;

    private static CaseRecords Two(string debit, string credit)
    {
        var total = credit.Split(';').Sum(x => long.Parse(x.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], System.Globalization.CultureInfo.InvariantCulture));
        return Named("conduit").Account("A").Account("C").Fact(new Account("M", "KZT", Use: "conduit")).Statement("SA", "A", 1, 10, 100, 0, debit).Statement("SC", "C", 1, 10, 0, total, credit);
    }

    private static CaseRecords Records(string use, bool direct = false)
    {
        var (toC, toD, fromA, fromB) = direct ? ("C", "D", "A", "B") : ("N", "N", "N", "N");
        var records = Named(use).Account("A").Account("B").Account("C").Account("D")
            .Fact(new Act("ACT", "Fraud")).Fact(new Episode("EP", "ACT", "V", "KZT", 100)).Fact(new Proceeds("PR", "EP", new RowReference("SA/1")))
            .Statement("SA", "A", 1, 10, 0, 0, $"2 100; 3 -100 {toC} e2e=E1")
            .Statement("SB", "B", 1, 10, 0, 0, $"2 100; 3 -100 {toD} e2e=E2")
            .Statement("SC", "C", 1, 10, 0, 100, $"3 100 {fromA} e2e=E1")
            .Statement("SD", "D", 1, 10, 0, 100, $"3 100 {fromB} e2e=E2");
        return direct ? records : records.Statement("SN", "N", 1, 10, 0, 0, "3 100 A e2e=E1; 3 100 B e2e=E2; 3 -100 D e2e=E2; 3 -100 C e2e=E1");
    }

    private static CaseRecords Named(string use) => new CaseRecords(10).Fact(new Account("N", "KZT", Use: use));
}
