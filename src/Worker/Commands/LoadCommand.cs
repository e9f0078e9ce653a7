using System.CommandLine;
using FinInvest.Graph.Casework;
using FinInvest.Graph.Casework.LoadRecords;
using FinInvest.Graph.Worker.Terminal;

namespace FinInvest.Graph.Worker.Commands;

/// <summary>fininvest load FILES: one load, all or nothing, with a receipt.</summary>
internal static class LoadCommand
{
    private const int RejectsShownMax = 12;

    public static Command Build()
    {
        var inputs = new Argument<string[]>("files") { Description = "Files or folders.", Arity = ArgumentArity.OneOrMore };
        var workspace = CommandRun.Workspace();
        var json = CommandRun.Json();
        var mapping = new Option<string?>("--mapping", "-m") { Description = "A mapping made by `fininvest map` (a folder's own mapping.json is taken by itself)." };
        var grade = new Option<string>("--grade") { Description = "Admiralty grade of these documents, such as B2.", DefaultValueFactory = _ => "" };
        var partner = new Option<string>("--partner") { Description = "Who handed them over, such as AE.", DefaultValueFactory = _ => "" };
        var permission = new Option<string[]>("--permission") { Description = "What they may be used for: court, intelligence.", AllowMultipleArgumentsPerToken = true };
        var root = new Option<string>("--root-source") { Description = "The register's id of whom they rest on in the end.", DefaultValueFactory = _ => "" };
        var mended = new Option<bool>("--mended") { Description = "The files are rejected rows (NAME.rejects.csv) that a person has mended." };
        var command = new Command("load", """
            Load files into a case: all or nothing; a file the case already holds changes nothing.
            Example: fininvest load bank.csv -m mapping.json --grade B2 --partner AE --permission court
                     fininvest load case.tar -w another        (a bundle made by `fininvest export`)
                     fininvest load --mended bank.csv.rejects.csv -m mapping.json --grade B2
            """) { inputs, workspace, json, mapping, grade, partner, permission, root, mended };
        command.SetAction((r, ct) => CommandRun.GuardAsync(async () =>
        {
            var options = new LoadOptions(r.GetValue(mapping) is { } m ? RecordLoader.ReadMapping(m) : null, r.GetRequiredValue(grade), r.GetRequiredValue(partner),
                r.GetValue(permission), r.GetRequiredValue(root));
            var folder = r.GetRequiredValue(workspace);
            if (BundleLoad.IsAsked(r.GetRequiredValue(inputs)))
            {
                return options == new LoadOptions(Permissions: options.Permissions) && options.Permissions is null or [] && !r.GetValue(mended)
                    ? await BundleLoad.RunAsync(folder, r.GetRequiredValue(inputs)[0], r.GetValue(json), ct)
                    : throw new ArgumentException("A bundle is a whole case and brings its own grades and mappings: load it without --mapping, --grade, --partner, --permission, --root-source and --mended.");
            }

            using var stripped = r.GetValue(mended) ? new MendedFolder(r.GetRequiredValue(inputs), options.Mapping) : null;
            var outcome = await RunAsync(folder, stripped?.Files ?? r.GetRequiredValue(inputs), options, ct);
            if (r.GetValue(json))
            {
                JsonAnswer.Write("fininvest.load/1", outcome.Receipt.Version, outcome);
            }
            else
            {
                Show(outcome, folder);
            }

            return outcome.RejectsTotal > 0 ? ExitCodes.LoadedWithRejects : ExitCodes.Done;
        }));
        return command;
    }

    internal static async Task<LoadOutcome> RunAsync(string folder, IReadOnlyList<string> inputs, LoadOptions options, CancellationToken ct)
    {
        await using var workspace = await StoreOpener.OpenOrMakeAsync(folder, ct);
        using var progress = new ProgressLine();
        return await new RecordLoader(workspace.Case, workspace.Vault).LoadAsync(inputs, options, progress, ct);
    }

    internal static void Show(LoadOutcome outcome, string folder)
    {
        var fresh = outcome.Receipt.Documents.Where(d => !d.AlreadyHeld).ToList();
        if (fresh.Count == 0)
        {
            Screen.Line(outcome.RejectsTotal == 0 ? "Nothing new: the case already holds every file of this load." : "Nothing was loaded.");
            ShowRemarks(outcome, outcome.Notes.Where(n => !n.EndsWith(").", StringComparison.Ordinal)), folder);
            return;
        }

        var table = Screen.Table("Loaded", "document", "id", ">rows", ">facts", ">rejects");
        foreach (var d in fresh)
        {
            table.Row(d.Document.Name, d.Document.Hash.Short(), $"{d.Postings:N0}", $"{d.Facts:N0}", $"{d.Rejects:N0}");
        }

        Screen.Show(table);
        ShowRemarks(outcome, outcome.Notes, folder);
        Screen.Line($"Case version {outcome.Receipt.Version}. Next: fininvest status -w {folder}");
    }

    /// <summary>Notes and the first rejects.</summary>
    private static void ShowRemarks(LoadOutcome outcome, IEnumerable<string> notes, string folder)
    {
        foreach (var note in notes)
        {
            Screen.Line("- " + note);
        }

        foreach (var reject in outcome.Rejects.Take(RejectsShownMax))
        {
            Screen.Line($"rejected {reject.Code}: {reject.File}{(reject.Row > 0 ? $", line {reject.Row}" : "")}{(reject.Column.Length > 0 ? ", column " + reject.Column : "")}: {reject.Sentence}{(reject.Text.Length > 0 ? $" Text: {reject.Text}" : "")}");
        }

        if (outcome.RejectsTotal > RejectsShownMax)
        {
            Screen.Line($"{RejectsShownMax} of {outcome.RejectsTotal} rejected rows shown; all: fininvest status --rejects -w {folder}");
        }
    }
}
