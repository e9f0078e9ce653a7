using System.CommandLine;
using FinInvest.Graph.Casework;
using FinInvest.Graph.Store.Embedded.Backup;
using FinInvest.Graph.Worker.Terminal;

namespace FinInvest.Graph.Worker.Commands;

/// <summary>fininvest restore FOLDER: makes a case of a backup after proving it.</summary>
internal static class RestoreCommand
{
    public static Command Build()
    {
        var folder = new Argument<string>("folder") { Description = "The folder of a backup." };
        var workspace = new Option<string>("--workspace", "-w") { Description = "Where the restored case is to be: a place that holds no case yet.", Required = true };
        var command = new Command("restore", "Make a case of a backup, after every file was found as it was written. An existing case is never written over.\nExample: fininvest restore backups/monday -w my-work-again") { folder, workspace };
        command.SetAction((r, ct) => CommandRun.GuardAsync(async () =>
        {
            var from = r.GetRequiredValue(folder);
            var place = r.GetRequiredValue(workspace);
            var bundle = Path.Combine(from, BackupCommand.BundleName);
            if (File.Exists(bundle))
            {
                return await BundleLoad.RunAsync(place, bundle, isJson: false, ct);
            }

            if (!File.Exists(Path.Combine(from, BackupManifest.FileName)))
            {
                throw new CaseQuestionException($"There is no whole backup in '{from}': it has no {BackupManifest.FileName}.");
            }

            if (place.Contains("://", StringComparison.Ordinal))
            {
                throw new ArgumentException("This is the backup of a folder: restore it into a folder, then carry it to the server with `fininvest export` and `fininvest load`.");
            }

            if (File.Exists(place) || (Directory.Exists(place) && Directory.EnumerateFileSystemEntries(place).Any()))
            {
                throw new CaseRefusalException($"There is something in '{place}' already, and a restore never writes over a case: name a new folder.");
            }

            var manifest = WorkspaceBackup.Restore(from, place, ct);
            Screen.Line($"Restored {manifest.Files.Count:N0} files into {place}; case version {manifest.Version}; the chain of decisions ends in {manifest.Chain[..12]}.");
            return ExitCodes.Done;
        }));
        return command;
    }
}
