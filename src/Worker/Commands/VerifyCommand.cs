using System.CommandLine;
using FinInvest.Graph.Casework;
using FinInvest.Graph.Casework.MoveCase;
using FinInvest.Graph.Casework.Verify;
using FinInvest.Graph.Store;
using FinInvest.Graph.Store.Embedded;
using FinInvest.Graph.Worker.Terminal;

namespace FinInvest.Graph.Worker.Commands;

/// <summary>fininvest verify [EXHIBIT.json]: the records of a case or a bundle, and an exhibit made again from them.</summary>
internal static class VerifyCommand
{
    private const int ShownMax = 40;

    public static Command Build()
    {
        var exhibit = new Argument<string?>("exhibit") { Description = "The JSON file of an exhibit that is made again; none = only the records.", Arity = ArgumentArity.ZeroOrOne };
        var bundle = new Option<string?>("--bundle") { Description = "A bundle (fininvest export) instead of a case that is open here." };
        var workspace = CommandRun.Workspace();
        var json = CommandRun.Json();
        var command = new Command("verify", """
            Check the raw files, the rows and the chain of decisions of a case, and make an exhibit again from them.
            Examples: fininvest verify exhibit.json --bundle case.tar
                      fininvest verify exhibit.json -w my-work
                      fininvest verify -w my-work
            Exit codes beside the usual: 7 the exhibit is not what the case gives, 8 the records are not whole.
            """) { exhibit, bundle, workspace, json };
        command.SetAction((r, ct) => r.GetValue(bundle) is { } file
            ? CommandRun.GuardAsync(() => OnBundleAsync(file, r.GetValue(exhibit), r.GetValue(json), ct))
            : CommandRun.OnCaseAsync(r.GetRequiredValue(workspace), (ICaseStore s, CancellationToken c) => CheckAsync(s, r.GetValue(exhibit), r.GetValue(json), c), ct));
        return command;
    }

    private static async Task<int> OnBundleAsync(string file, string? exhibit, bool isJson, CancellationToken ct)
    {
        if (!File.Exists(file) || !BundleArchive.IsBundle(file))
        {
            throw new ArgumentException($"'{file}' is no bundle: make one with fininvest export.");
        }

        var folder = Directory.CreateTempSubdirectory("fininvest-verify-").FullName;
        try
        {
            await using var store = Workspace.Open(folder, create: true);
            try
            {
                using var bundle = BundleArchive.Open(file);
                await new CaseImport(store.Case, store.Vault).LoadAsync(bundle, ct);
            }
            catch (CaseRefusalException e)
            {
                await Console.Error.WriteLineAsync($"The bundle is not whole. {e.Message}");
                return ExitCodes.RecordsNotWhole;
            }

            return await CheckAsync(store, exhibit, isJson, ct);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<int> CheckAsync(ICaseStore store, string? path, bool isJson, CancellationToken ct)
    {
        var text = path is null ? null : await ExhibitText.ReadAsync(path, ct);
        var records = await new RecordCheck(store.Case, store.Vault).CheckAsync(ct);
        var exhibit = text is null ? null : await new ExhibitCheck(store.Case).CheckAsync(text, ct);
        var printed = exhibit?.Made is { } made ? await PrintedAsync(Path.ChangeExtension(path!, ".html"), made.Html, ct) : "";
        IReadOnlyList<string> sentences = exhibit is null ? [] : [.. exhibit.Sentences(ProgramVersion.Text), .. printed.Length > 0 ? [printed] : Array.Empty<string>()];
        var code = !records.IsWhole ? ExitCodes.RecordsNotWhole : exhibit is not null && (!exhibit.IsSame || printed.EndsWith(Differs, StringComparison.Ordinal)) ? ExitCodes.ExhibitDiffers : ExitCodes.Done;
        if (isJson)
        {
            JsonAnswer.Write("fininvest.verify/1", records.Version, new
            {
                Verified = code == ExitCodes.Done,
                Records = new { records.IsWhole, records.Documents, records.Rows, records.Facts, records.Decisions, records.Chain, records.Faults },
                Exhibit = exhibit is null ? null : new
                {
                    exhibit.IsSame, exhibit.Head.IsWhole, exhibit.Head.ContentHash, Version = exhibit.Head.Version.ToString(), exhibit.Head.Rule, exhibit.Head.Targets, exhibit.Difference, Sentences = sentences,
                    SignOffs = (exhibit.IsSame ? exhibit.SignOffs : []).Select(s => new { Decision = s.Number, s.By, s.Role, s.On, s.Comment }),
                },
            });
            return code;
        }

        foreach (var fault in records.Faults.Take(ShownMax))
        {
            Screen.Line(fault);
        }

        Screen.Line(records.IsWhole ? records.Sentence : records.Faults.Count > ShownMax ? $"{ShownMax} of {records.Faults.Count} faults shown; all of them: --json" : $"The records are not whole (faults: {records.Faults.Count}).");
        foreach (var sentence in sentences)
        {
            Screen.Line(sentence);
        }

        foreach (var s in exhibit is { IsSame: true } ? exhibit.SignOffs : [])
        {
            Screen.Line($"Signed off by {s.By}{(s.Role.Length > 0 ? $", {s.Role}," : "")} on {s.On} (decision {s.Number}): {s.Comment}");
        }

        return code;
    }

    private const string Differs = "is not what this case gives.";

    /// <summary>The printed form, where it lies beside the JSON form.</summary>
    private static async Task<string> PrintedAsync(string path, string made, CancellationToken ct)
    {
        if (!File.Exists(path))
        {
            return "";
        }

        var printed = await File.ReadAllTextAsync(path, ct);
        return printed == made ? $"{Path.GetFileName(path)} beside it is the same exhibit." : $"From line {printed.Zip(made).TakeWhile(c => c.First == c.Second).Count(c => c.First == '\n') + 1} on, {Path.GetFileName(path)} beside it {Differs}";
    }
}
