using FinInvest.Graph.Casework.Decide;
using FinInvest.Graph.Casework.Export;
using FinInvest.Graph.Casework.LoadRecords;
using FinInvest.Graph.Tests.House;
using Xunit;

namespace FinInvest.Graph.Tests.Casework;

/// <summary>The sample case from files to exhibit, against what was worked out before the engine ran.</summary>
public class SampleCaseTests
{
    private static readonly string Input = Path.Combine(Repository.Root, "sample-data", "embezzlement", "input");

    [Fact]
    public async Task Every_rule_gives_what_was_worked_out_by_hand()
    {
        await using var sample = await TemporaryCase.OfAsync(Input);
        var review = await sample.ReviewAsync();
        var targets = review.Targets([]);
        var rules = review.Compare(targets).ToDictionary(r => r.Rule);
        foreach (var row in Rows("rules.csv"))
        {
            var trace = rules[row[1]].Targets.Single(t => t.Target == row[0] + "#0");
            Assert.Equal((row[0], row[1], row[3], row[4]), (row[0], row[1], Money.Format(trace.Cost, 2), Money.Format(trace.Traced, 2)));
        }
    }

    [Fact]
    public async Task The_bounds_are_what_was_worked_out_by_hand()
    {
        await using var sample = await TemporaryCase.OfAsync(Input);
        var review = await sample.ReviewAsync();
        var bounds = review.Bounds(review.Targets([]));
        foreach (var row in Rows("bounds.csv"))
        {
            var b = bounds.Single(x => x.Target == row[0] + "#0");
            Assert.Equal((row[0], row[2], row[3], row[4], row[5]),
                (row[0], Money.Format(b.Lower, 2), Money.Format(b.UpperRecorded, 2), Money.Format(b.UpperOut, 2), Money.Format(b.Floor, 2)));
        }
    }

    [Fact]
    public async Task Nothing_is_rejected_and_everything_reconciles()
    {
        await using var sample = TemporaryCase.Empty();
        var outcome = await sample.LoadAsync(Input);
        var review = await sample.ReviewAsync();
        Assert.Empty(outcome.Rejects);
        Assert.All(review.File.Reconciliation.Statements.Where(s => s.Opening is not null), s => Assert.True(s.Reconciles, s.Statement));
        Assert.Empty(review.File.Reconciliation.Refused);
        Assert.Equal(4, review.File.Reconciliation.Pairs.Count);
    }

    [Fact]
    public async Task Loading_the_same_folder_again_changes_nothing_and_says_so()
    {
        await using var sample = await TemporaryCase.OfAsync(Input);
        var before = await sample.Workspace.Case.VersionAsync(CancellationToken.None);
        var again = await sample.LoadAsync(Input);
        Assert.All(again.Receipt.Documents, d => Assert.True(d.AlreadyHeld));
        Assert.Equal(before, await sample.Workspace.Case.VersionAsync(CancellationToken.None));
        Assert.All(again.Notes, n => Assert.Contains("nothing new", n, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Loading_the_files_in_the_opposite_order_gives_the_same_exhibit_to_the_byte()
    {
        var forth = await ExhibitOfAsync(files => files.Order(StringComparer.Ordinal));
        var back = await ExhibitOfAsync(files => files.OrderDescending(StringComparer.Ordinal));
        Assert.Equal(forth.Json, back.Json);
        Assert.Equal(forth.Html, back.Html);
    }

    [Fact]
    public async Task Excluding_a_document_takes_its_rows_and_items_away_and_leaves_the_rest_right()
    {
        await using var sample = await TemporaryCase.OfAsync(Input);
        var before = await sample.ReviewAsync();
        await new DecisionDesk(sample.Workspace.Case).DecideAsync(
            new Decision(0, DecisionKinds.Exclude, "postings-levant-harbour.csv", "", "A. Judge", Day.Of(2024, 5, 2), "a copy, not certified"), CancellationToken.None);
        var after = await sample.ReviewAsync();
        Assert.DoesNotContain(after.Targets([]), t => t == "VILLA#0");
        string[] kept = ["CAR#0", "FLAT#0"];
        Assert.Equal(before.Trace("own-first", kept, []).Targets.Select(t => t.Traced), after.Trace("own-first", kept, []).Targets.Select(t => t.Traced));
        Assert.Contains(after.File.Reconciliation.Refused, r => r.Subject.Contains("CL-5", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_item_that_may_not_be_used_in_court_is_nowhere_in_the_exhibit()
    {
        await using var sample = await TemporaryCase.OfAsync(Input);
        var exhibit = await ExhibitBuilder.BuildAsync(sample.Workspace.Case, await sample.ReviewAsync(), [], "own-first", "test", CancellationToken.None);
        Assert.DoesNotContain("IT-11", exhibit.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("IT-11", exhibit.Json, StringComparison.Ordinal);
        Assert.DoesNotContain("Intelligence report", exhibit.Html + exhibit.Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_limits_a_set_over_two_currencies_is_shown_in_the_currency_of_each_account()
    {
        await using var sample = await TemporaryCase.OfAsync(Input);
        var exhibit = await ExhibitBuilder.BuildAsync(sample.Workspace.Case, await sample.ReviewAsync(), [], "own-first", "test", CancellationToken.None);
        Assert.Contains("395 000.00 USD", exhibit.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("395 000.00 KZT", exhibit.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_subject_owns_most_of_the_company_in_the_circle()
    {
        await using var sample = await TemporaryCase.OfAsync(Input);
        var owners = (await sample.ReviewAsync()).Owners("P-NORVANE", null);
        var subject = owners.Owners.Single(o => o.Party == "P-SUBJECT");
        Assert.Equal(0.5 / 0.7, subject.Low, 9);
        Assert.Equal(0.2 / 0.7, owners.Owners.Single(o => o.Party == "P-NOMINEE").High, 9);
    }

    [Fact]
    public async Task The_three_assets_end_differently()
    {
        await using var sample = await TemporaryCase.OfAsync(Input);
        var review = await sample.ReviewAsync();
        var rated = review.Assess("own-first", review.Targets([])).ToDictionary(a => a.Target);
        Assert.True(rated["FLAT#0"].Support.Low > 0.5, $"flat {rated["FLAT#0"].Support.Low}");
        Assert.Equal("T4", rated["FLAT#0"].HighestTier);
        Assert.Null(rated["CAR#0"].Support.Low);
        Assert.True(rated["VILLA#0"].Support.Low < 0.5);
        Assert.Contains(rated["VILLA#0"].Without, w => w.Kind == "partner" && w.What == "CY" && w.SupportLow == 0);
    }

    private static IEnumerable<string[]> Rows(string file) => File.ReadAllLines(Path.Combine(Repository.Root, "sample-data", "embezzlement", "expected", file)).Skip(1).Select(l => l.Split(','));

    /// <summary>One load a file, after the case and its accounts, in the order given.</summary>
    private static async Task<ExhibitFiles> ExhibitOfAsync(Func<IEnumerable<string>, IEnumerable<string>> order)
    {
        await using var made = TemporaryCase.Empty();
        var options = new LoadOptions(RecordLoader.ReadMapping(Path.Combine(Input, RecordLoader.MappingFile)));
        var files = Directory.EnumerateFiles(Input).Where(f => Path.GetFileName(f) != RecordLoader.MappingFile).ToLookup(f =>
            Path.GetFileName(f) is "case.csv" or "accounts.csv" || Path.GetFileName(f).StartsWith("statements", StringComparison.Ordinal));
        await made.LoadAsync(options, [.. files[true]]);
        foreach (var file in order(files[false]))
        {
            await made.LoadAsync(options, file);
        }

        return await ExhibitBuilder.BuildAsync(made.Workspace.Case, await made.ReviewAsync(), [], "own-first", "test", CancellationToken.None);
    }
}
