using FinInvest.Graph.Casework.Export;
using FinInvest.Graph.Casework.ReviewScores;
using FinInvest.Graph.Model.Results;
using FinInvest.Graph.Tests.House;
using FinInvest.Graph.Trace;
using FinInvest.Graph.Trace.Bounds;
using FinInvest.Graph.Trace.Ownership;
using Xunit;

namespace FinInvest.Graph.Tests.Casework;

/// <summary>
/// The second sample case: an exchange into another currency, a mortgage repaid with proceeds, an asset replaced at a gain, a transfer undone after the money
/// was spent, a relative's name, two acts that charge the same money. Its story tells the sums; the figures were worked out before the engine ran.
/// </summary>
public class CoordinationCaseTests
{
    private static readonly string Case = Path.Combine(Repository.Root, "sample-data", "coordination");

    [Fact]
    public async Task Every_rule_gives_what_was_worked_out_by_hand()
    {
        await using var sample = await TemporaryCase.OfAsync(Path.Combine(Case, "input"));
        var review = await sample.ReviewAsync();
        var rules = review.Compare(review.Targets([])).ToDictionary(r => r.Rule);
        Assert.Equal(Rows("rules.csv"), Rows("rules.csv").Select(row => Of(rules[row[1]], row[0]) is var t
            ? new[] { t.Target, row[1], t.Currency, Money.Format(t.Cost, 2), Money.Format(t.Traced, 2), Money.Format(t.Origin, 2) } : []));
    }

    [Fact]
    public async Task The_mortgage_holds_the_money_that_repaid_it_only_where_the_link_is_applied()
    {
        await using var sample = await TemporaryCase.OfAsync(Path.Combine(Case, "input"));
        var reconciliation = (await sample.ReviewAsync()).File.Reconciliation;
        foreach (var row in Rows("links.csv"))
        {
            var (without, with) = (Held(false), Held(true));
            Assert.Equal((row[0], row[1], row[3], row[4], row[5]), (row[0], row[1], Money.Format(without.Sum(o => o.Minor), 2), Money.Format(with.Sum(o => o.Minor), 2), Money.Format(with.Sum(o => o.OriginMinor), 2)));
            List<OwnedAmount> Held(bool links) => Of(Tracer.Run(reconciliation, row[1], new TraceOptions(WithLinks: links)), row[0]) is var t
                ? [.. (t.Held ?? t.Paid).Where(o => o.Class == OwnerClass.Claim)] : [];
        }
    }

    [Fact]
    public async Task The_bounds_are_what_was_worked_out_by_hand()
    {
        await using var sample = await TemporaryCase.OfAsync(Path.Combine(Case, "input"));
        var review = await sample.ReviewAsync();
        foreach (var links in Rows("bounds.csv").GroupBy(r => r[1]))
        {
            var bounds = BoundsCalculator.Compute(review.File.Reconciliation, review.Targets([]), new BoundsOptions(WithLinks: links.Key == "with")).ToDictionary(b => b.Target);
            Assert.Equal(links, links.Select(row => bounds[row[0]] is var b ? new[] { b.Target, row[1], b.Currency.Length > 0 ? b.Currency : "KZT", Money.Format(b.Cost, 2), Money.Format(b.Lower, 2),
                Money.Format(b.UpperRecorded, 2), Money.Format(b.UpperOut, 2), Money.Format(b.Floor, 2) } : []));
            Assert.DoesNotContain("LAND#0", bounds["SET"].Members);
        }
    }

    [Fact]
    public async Task Nothing_is_rejected_and_everything_reconciles()
    {
        await using var sample = TemporaryCase.Empty();
        var outcome = await sample.LoadAsync(Path.Combine(Case, "input"));
        var reconciliation = (await sample.ReviewAsync()).File.Reconciliation;
        Assert.Empty(outcome.Rejects);
        Assert.All(reconciliation.Statements.Where(s => s.Opening is not null), s => Assert.True(s.Reconciles, s.Statement));
        Assert.Empty(reconciliation.Refused);
        Assert.Equal(7, reconciliation.Pairs.Count);
        Assert.Single(reconciliation.Register.Reversals);
        Assert.Single(reconciliation.Register.Links);
        Assert.Empty(reconciliation.Unmatched);
    }

    [Fact]
    public async Task The_house_is_in_the_name_of_a_firm_that_belongs_to_the_sister_and_is_run_by_the_subject()
    {
        await using var sample = await TemporaryCase.OfAsync(Path.Combine(Case, "input"));
        var review = await sample.ReviewAsync();
        Assert.Equal(["P-SISTER 1", "P-TASQALA 1"], review.Owners("HOUSE", null).Owners.Select(o => $"{o.Party} {o.Low}").Order(StringComparer.Ordinal));
        Assert.Equal("controls", ControlAnalyst.Control(review.File.Facts, "P-SUBJECT", "P-TASQALA", review.AsOf).State);
        Assert.Equal("no control", ControlAnalyst.Control(review.File.Facts, "P-SUBJECT", "P-TASQALA", Day.Of(2023, 11, 5)).State);
        Assert.Equal("controls", ControlAnalyst.Control(review.File.Facts, "P-SUBJECT", "P-LEMNARA", review.AsOf).State);
    }

    [Fact]
    public async Task Money_that_two_acts_charge_is_counted_once()
    {
        await using var sample = await TemporaryCase.OfAsync(Path.Combine(Case, "input"));
        var review = await sample.ReviewAsync();
        var claims = review.Trace("own-first", review.Targets([]), []).Claims.ToDictionary(c => c.Claim);
        Assert.Equal(("60000000.00", "800000.00"), (Money.Format(claims["K:ACT-1:P-FUND"].NewlyLabelled, 2), Money.Format(claims["K:ACT-2:P-FUND"].NewlyLabelled, 2)));
    }

    [Fact]
    public async Task A_request_without_an_answer_and_a_contradiction_keep_tiers_from_being_reached()
    {
        await using var sample = await TemporaryCase.OfAsync(Path.Combine(Case, "input"));
        var review = await sample.ReviewAsync();
        var rated = review.Assess("own-first", review.Targets([])).ToDictionary(a => a.Target);
        Assert.All(rated.Values, a => Assert.Contains(a.Tiers.Single(t => t.Tier == "T2").Gates, g => g.Gate.Contains("R-3 TR", StringComparison.Ordinal) && g.State == "missing"));
        Assert.True(rated["BOAT#0"].Support.Low < 0.5);
        Assert.Contains(rated["BOAT#0"].Tiers.SelectMany(t => t.Gates), g => g.Gate.StartsWith("CG-1", StringComparison.Ordinal) && g.State == "fail");
        Assert.True(rated["HOUSE#0"].Support.Low > 0.5);
    }

    [Fact]
    public async Task The_exhibit_for_a_court_does_not_show_the_intelligence_report()
    {
        await using var sample = await TemporaryCase.OfAsync(Path.Combine(Case, "input"));
        var exhibit = await ExhibitBuilder.BuildAsync(sample.Workspace.Case, await sample.ReviewAsync(), [], "own-first", "test", CancellationToken.None);
        Assert.DoesNotContain("IT-16", exhibit.Html + exhibit.Json, StringComparison.Ordinal);
        Assert.Contains("Apartment 9", exhibit.Html, StringComparison.Ordinal);
    }

    private static TargetTrace Of(TraceResult result, string target) => result.Targets.Single(t => t.Target == target);

    private static IEnumerable<string[]> Rows(string file) => File.ReadAllLines(Path.Combine(Case, "expected", file)).Skip(1).Select(l => l.Split(','));
}
