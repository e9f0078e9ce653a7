using System.CommandLine;
using FinInvest.Graph.Casework;
using FinInvest.Graph.Casework.MoveCase;
using FinInvest.Graph.Store;
using FinInvest.Graph.Worker.Terminal;

namespace FinInvest.Graph.Worker.Commands;

/// <summary>fininvest export OUT: a whole case in one portable bundle, or its postings and transfers as tables.</summary>
internal static class ExportCommand
{
    public static Command Build()
    {
        var output = new Argument<string>("out") { Description = "A new file for the bundle; with --format csv a new folder for the tables." };
        var format = new Option<string>("--format") { Description = "bundle (to carry the case elsewhere) or csv (for SQL and data frames).", DefaultValueFactory = _ => "bundle" };
        var workspace = CommandRun.Workspace();
        var at = CommandRun.At();
        var json = CommandRun.Json();
        format.AcceptOnlyFromAmong("bundle", "csv");
        var command = new Command("export", """
            Write a whole case into one bundle, which `fininvest load` takes over elsewhere; or write its tables.
            Examples: fininvest export case.tar -w my-work
                      fininvest load case.tar -w another
                      fininvest export tables --format csv -w my-work
            """) { output, format, workspace, at, json };
        command.SetAction((r, ct) => CommandRun.OnCaseAsync(r.GetRequiredValue(workspace), (ICaseStore s, CancellationToken c) =>
            r.GetRequiredValue(format) == "csv" ? WriteTablesAsync(s, r.GetRequiredValue(output), r.GetValue(at), r.GetValue(json), c) : WriteBundleAsync(s, r.GetRequiredValue(output), r.GetValue(at), r.GetValue(json), c), ct));
        return command;
    }

    private static async Task<int> WriteBundleAsync(ICaseStore store, string output, CaseVersion? at, bool isJson, CancellationToken ct)
    {
        var bundle = await CaseExport.WriteAsync(store.Case, store.Vault, output, ct, at);
        if (isJson)
        {
            JsonAnswer.Write("fininvest.export/1", bundle.Version, new { File = output, bundle.Hash, bundle.Bytes, bundle.Documents, bundle.Postings, bundle.Facts, bundle.Rejects, bundle.Decisions });
            return ExitCodes.Done;
        }

        Screen.Line($"Wrote {output}: {bundle.Documents:N0} documents, {bundle.Postings:N0} rows, {bundle.Facts:N0} facts, {bundle.Rejects:N0} rejects, {bundle.Decisions:N0} decisions; case version {bundle.Version}.");
        Screen.Line($"SHA-256 {bundle.Hash.Hex}");
        Screen.Line($"Next: fininvest load {output} -w NEW-CASE");
        return ExitCodes.Done;
    }

    private static async Task<int> WriteTablesAsync(ICaseStore store, string output, CaseVersion? at, bool isJson, CancellationToken ct)
    {
        using var file = await CaseFile.OpenAsync(store.Case, ct, store.Cache, at, store.Rows);
        var counts = await TableExport.WriteCsvAsync(store.Case, file, output, ct);
        if (isJson)
        {
            JsonAnswer.Write("fininvest.export/1", file.Version, new { Folder = output, counts.Postings, counts.Transfers, counts.TransferRows });
            return ExitCodes.Done;
        }

        Screen.Line($"Wrote {output}: postings.csv ({counts.Postings:N0} rows), transfers.csv ({counts.Transfers:N0}), transfer_rows.csv ({counts.TransferRows:N0}); case version {file.Version}.");
        return ExitCodes.Done;
    }
}
