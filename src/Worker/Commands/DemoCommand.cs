using System.CommandLine;
using FinInvest.Graph.Casework;
using FinInvest.Graph.Casework.Export;
using FinInvest.Graph.Casework.LoadRecords;
using FinInvest.Graph.Casework.ReviewScores;
using FinInvest.Graph.Present.Exhibit;
using FinInvest.Graph.Worker.Terminal;

namespace FinInvest.Graph.Worker.Commands;

/// <summary>fininvest demo: the sample case from files to exhibit.</summary>
internal static class DemoCommand
{
    public const string SampleCase = "embezzlement";

    public static Command Build()
    {
        var folder = new Option<string>("--workspace", "-w") { Description = "Where the demo keeps its case.", DefaultValueFactory = _ => "fininvest-demo" };
        var command = new Command("demo", "Load the sample case, trace it, rate it, write the exhibit.\nExample: fininvest demo") { folder };
        command.SetAction((r, ct) => CommandRun.GuardAsync(() => RunAsync(r.GetRequiredValue(folder), ct)));
        return command;
    }

    private static async Task<int> RunAsync(string folder, CancellationToken ct)
    {
        var sample = Path.Combine(AppContext.BaseDirectory, "sample-data", SampleCase);
        Screen.Line($"FinInvest.Graph demo: an invented embezzlement case, kept in {Path.GetFullPath(folder)}");
        var outcome = await LoadCommand.RunAsync(folder, [Path.Combine(sample, "input")], new LoadOptions(), ct);
        var fresh = outcome.Receipt.Documents.Count(d => !d.AlreadyHeld);
        Screen.Line(fresh == 0 ? "Nothing new: the case already holds every file." : $"Loaded {fresh} files: {outcome.Receipt.Documents.Sum(d => d.Postings):N0} rows, {outcome.Receipt.Documents.Sum(d => d.Facts):N0} facts, {outcome.RejectsTotal} rejected.");
        await using var workspace = await StoreOpener.OpenAsync(folder, ct);
        using var file = await CaseFile.OpenAsync(workspace.Case, ct, workspace.Cache);
        var review = new CaseReview(file);
        var targets = review.Targets([]);
        var rule = RuleLocks.Shared(review.File.Facts, targets) ?? review.Profile().SuggestedRule;
        var bounds = review.Bounds(targets);
        var rules = review.Compare(targets);
        var content = ExhibitBuilder.Content(review, targets, rule, ProgramVersion.Text);
        Screen.Line(review.File.Facts.Header?.Question ?? "");
        RuleTable.Show(review, targets, rules, bounds);
        foreach (var t in targets)
        {
            Screen.Line(AssetExplanation.Of(content, t));
            Screen.Line();
        }

        var exhibit = Path.Combine(folder, "exhibit");
        await ExhibitCommand.WriteAsync(workspace, review, [], rule, exhibit, ct);
        Screen.Line($"Open in a browser: {Path.GetFullPath(exhibit)}.html");
        Screen.Line("Try next:");
        var example = targets[0].Split('#')[0];
        Screen.Line($"  fininvest paths {example} -w {folder}");
        Screen.Line($"  fininvest assess {example} --details -w {folder}");
        Screen.Line($"  fininvest status -w {folder}");
        Screen.Line("  (from a clone: dotnet run --project src/Worker -- paths ...)");
        return ExitCodes.Done;
    }
}
