using System.CommandLine;
using FinInvest.Graph.Casework.MoveCase;
using FinInvest.Graph.Store;
using FinInvest.Graph.Store.Embedded;
using FinInvest.Graph.Store.Embedded.Backup;
using FinInvest.Graph.Worker.Terminal;

namespace FinInvest.Graph.Worker.Commands;

/// <summary>fininvest backup FOLDER: a copy that restore proves before it uses it.</summary>
internal static class BackupCommand
{
    /// <summary>What a backup of a case that no workspace keeps consists of.</summary>
    internal const string BundleName = "case.tar";

    public static Command Build()
    {
        var folder = new Argument<string>("folder") { Description = "A new folder for the backup." };
        var workspace = CommandRun.Workspace();
        var json = CommandRun.Json();
        var command = new Command("backup", "Copy a case, while others may read and write it, with the hashes by which `fininvest restore` proves the copy.\nExample: fininvest backup backups/monday -w my-work") { folder, workspace, json };
        command.SetAction((r, ct) => CommandRun.OnCaseAsync(r.GetRequiredValue(workspace), async (ICaseStore s, CancellationToken c) =>
        {
            var to = r.GetRequiredValue(folder);
            var (version, files) = s is Workspace w ? OfWorkspace(w, to, c) : await OfStoreAsync(s, to, c);
            if (r.GetValue(json))
            {
                JsonAnswer.Write("fininvest.backup/1", version, new { Folder = to, Files = files });
                return ExitCodes.Done;
            }

            Screen.Line($"Wrote {to}: {files:N0} files; case version {version}.");
            Screen.Line($"Next: fininvest restore {to} -w NEW-CASE");
            return ExitCodes.Done;
        }, ct));
        return command;
    }

    private static (CaseVersion Version, int Files) OfWorkspace(Workspace workspace, string folder, CancellationToken ct)
    {
        var manifest = WorkspaceBackup.Write(workspace.Folder, folder, ct);
        return (CaseVersion.TryParse(manifest.Version, out var version) ? version : default, manifest.Files.Count);
    }

    private static async Task<(CaseVersion Version, int Files)> OfStoreAsync(ICaseStore store, string folder, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        return ((await CaseExport.WriteAsync(store.Case, store.Vault, Path.Combine(folder, BundleName), ct)).Version, 1);
    }
}
