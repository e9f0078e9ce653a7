using FinInvest.Graph.Casework;
using FinInvest.Graph.Casework.Decide;
using FinInvest.Graph.Casework.Export;
using FinInvest.Graph.Casework.ReviewScores;
using FinInvest.Graph.Tests.House;
using FinInvest.Graph.Tests.Worker;
using Xunit;

namespace FinInvest.Graph.Tests.Casework;

/// <summary>One rule an asset: a decision locks it, another decision may replace it, and every exhibit says so.</summary>
public class RuleLockTests
{
    private static readonly string Input = Path.Combine(Repository.Root, "sample-data", "embezzlement", "input");

    [Fact]
    public async Task A_locked_rule_is_used_printed_and_changed_only_by_a_decision_that_replaces_it()
    {
        await using var sample = await TemporaryCase.OfAsync(Input);
        Assert.Null(RuleLocks.Shared((await sample.ReviewAsync()).File.Facts, ["FLAT#0", "CAR#0"]));
        await LockAsync(sample, "FLAT", "own-first");
        var review = await sample.ReviewAsync();
        Assert.Equal("own-first", RuleLocks.Shared(review.File.Facts, review.Targets([])));
        var refused = Assert.Throws<CaseRefusalException>(() => ExhibitBuilder.Content(review, ["FLAT#0"], "fifo", "test"));
        Assert.Contains("decision 1 (A. Judge, 2024-05-02) locks FLAT to own-first", refused.Message, StringComparison.Ordinal);
        Assert.NotEmpty(review.Compare(["FLAT#0"]));
        Assert.Equal("fifo", ExhibitBuilder.Content(review, ["CAR#0"], "fifo", "test").Rule);
        var exhibit = await ExhibitBuilder.BuildAsync(sample.Workspace.Case, review, ["FLAT"], "own-first", "test", CancellationToken.None);
        Assert.Contains("Decision 1 of 2024-05-02 locks this rule for Flat 87, Kokshoky quarter, by A. Judge", exhibit.Html, StringComparison.Ordinal);

        await Assert.ThrowsAsync<CaseRefusalException>(() => LockAsync(sample, "FLAT", "fifo"));
        await LockAsync(sample, "FLAT", "fifo", replaces: 1);
        Assert.Equal("fifo", ExhibitBuilder.Content(await sample.ReviewAsync(), ["FLAT#0"], "fifo", "test").Rule);

        await LockAsync(sample, "CAR", "own-first");
        var facts = (await sample.ReviewAsync()).File.Facts;
        Assert.Contains("several rules", Assert.Throws<CaseRefusalException>(() => RuleLocks.Shared(facts, ["FLAT#0", "CAR#0"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lock_names_an_asset_a_rule_and_what_it_replaces()
    {
        await using var sample = await TemporaryCase.OfAsync(Input);
        await Assert.ThrowsAsync<CaseQuestionException>(() => LockAsync(sample, "HOUSE", "fifo"));
        await Assert.ThrowsAsync<CaseQuestionException>(() => LockAsync(sample, "FLAT", "election"));
        await LockAsync(sample, "FLAT", "fifo");
        await LockAsync(sample, "CAR", "fifo");
        Assert.Contains("locks no rule of VILLA", (await Assert.ThrowsAsync<CaseQuestionException>(() => LockAsync(sample, "VILLA", "lifo", replaces: 2))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_rule_ends_the_command_with_code_six_and_the_name_of_the_decision()
    {
        await using var sample = await TemporaryCase.OfAsync(Input);
        await LockAsync(sample, "FLAT", "own-first");
        var assessed = await CommandLine.RunAsync("assess", "FLAT", "--rule", "lifo", "-w", sample.Folder);
        Assert.Equal(6, assessed.Code);
        Assert.Contains("decision 1", assessed.Error, StringComparison.Ordinal);
        var written = Path.Combine(sample.Folder, "flat");
        Assert.Equal(0, (await CommandLine.RunAsync("exhibit", "FLAT", "-o", written, "-w", sample.Folder)).Code);
        Assert.Contains("\"rule\": \"own-first\"", await File.ReadAllTextAsync(written + ".json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recorded_act_of_replenishment_stands_among_the_methods_that_are_not_conserving()
    {
        await using var sample = await TemporaryCase.OfAsync(Input);
        var before = (await sample.ReviewAsync()).OtherFigures(["FLAT#0"]);
        Assert.Contains(before, f => f.Rule == "replenishment" && f.Minor is null && f.Reason.Contains("never presumed", StringComparison.Ordinal));
        await DecideAsync(sample, new Decision(0, DecisionKinds.Replenishment, "DALA-1/1", "yes", "A. Judge", Day.Of(2024, 5, 2), "letter with the payment"));
        var after = (await sample.ReviewAsync()).OtherFigures(["FLAT#0"]);
        Assert.Contains(after, f => f.Rule == "replenishment" && f.Reason.Contains("(decision 1)", StringComparison.Ordinal));
        await Assert.ThrowsAsync<CaseQuestionException>(() => DecideAsync(sample, new Decision(0, DecisionKinds.Replenishment, "DALA-1/1", "", "A. Judge", Day.Of(2024, 5, 2), "letter")));
    }

    private static Task LockAsync(TemporaryCase sample, string asset, string rule, long replaces = 0) =>
        DecideAsync(sample, new Decision(0, DecisionKinds.Rule, asset, rule, "A. Judge", Day.Of(2024, 5, 2), "claim of the victim", Replaces: replaces));

    private static Task DecideAsync(TemporaryCase sample, Decision decision) => new DecisionDesk(sample.Workspace.Case).DecideAsync(decision, CancellationToken.None);
}
