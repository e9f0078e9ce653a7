using System.CommandLine;
using FinInvest.Graph.Casework;
using FinInvest.Graph.Casework.Export;
using FinInvest.Graph.Casework.ReviewScores;
using FinInvest.Graph.Store;
using FinInvest.Graph.Worker.Terminal;

namespace FinInvest.Graph.Worker.Commands;

/// <summary>fininvest exhibit: the court exhibit as HTML and JSON.</summary>
internal static class ExhibitCommand
{
    /// <summary>About what an exhibit of ten assets takes for each million movements (docs/performance.md).</summary>
    private const double SecondsAMillion = 12;

    public static Command Build()
    {
        var targets = new Argument<string[]>("asset") { Description = "Assets; none = every asset.", Arity = ArgumentArity.ZeroOrMore };
        var rule = new Option<string?>("--rule", "-r") { Description = "The rule, one for the exhibit: a required choice, unless a decision locks it." };
        var output = new Option<string>("--output", "-o") { Description = "File name without extension.", DefaultValueFactory = _ => "exhibit" };
        var workspace = CommandRun.Workspace();
        var at = CommandRun.At();
        var command = new Command("exhibit", "Write the exhibit: Schedules A to F, chart, method note; HTML to read and print, JSON to re-perform.\nExample: fininvest exhibit --rule own-first -o exhibit") { targets, rule, output, workspace, at };
        command.SetAction((r, ct) => CommandRun.OnCaseAsync(r.GetRequiredValue(workspace), async (ICaseStore w, CancellationToken c) =>
        {
            using var line = WaitingLine.OnTerminal();
            using var file = await CaseFile.OpenAsync(w.Case, c, w.Cache, r.GetValue(at), w.Rows, line);
            line.Expect("making the exhibit", file.Reconciliation.Ledger.Count / 1e6 * SecondsAMillion);
            var review = new CaseReview(file);
            IReadOnlyList<string> asked = r.GetValue(targets) ?? [];
            var chosen = r.GetValue(rule) ?? RuleLocks.Shared(review.File.Facts, review.Targets(asked))
                ?? throw new ArgumentException("No decision locks a rule for these assets: choose one with --rule, or lock it: fininvest decide rule ASSET RULE --by WHO --reason WHY");
            var files = await WriteAsync(w, review, asked, chosen, r.GetRequiredValue(output), c);
            foreach (var f in files)
            {
                Screen.Line($"Wrote {f}");
            }

            return ExitCodes.Done;
        }, ct));
        return command;
    }

    internal static async Task<IReadOnlyList<string>> WriteAsync(ICaseStore workspace, CaseReview review, IReadOnlyList<string> targets, string rule, string output, CancellationToken ct)
    {
        var exhibit = await ExhibitBuilder.BuildAsync(workspace.Case, review, targets, rule, ProgramVersion.Text, ct);
        var folder = Path.GetDirectoryName(Path.GetFullPath(output))!;
        Directory.CreateDirectory(folder);
        await WriteFileAsync(output + ".html", exhibit.Html, ct);
        await WriteFileAsync(output + ".json", exhibit.Json, ct);
        return [output + ".html", output + ".json"];
    }

    /// <summary>A case is nobody else's business: the file is its owner's alone.</summary>
    private static async Task WriteFileAsync(string path, string text, CancellationToken ct)
    {
        await File.WriteAllTextAsync(path, text, ct);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }
}
