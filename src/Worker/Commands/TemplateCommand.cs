using System.CommandLine;
using FinInvest.Graph.Ingest.Formats.Folder;
using FinInvest.Graph.Worker.Terminal;

namespace FinInvest.Graph.Worker.Commands;

/// <summary>fininvest template DIR: every file of the folder format with its header and a commented example.</summary>
internal static class TemplateCommand
{
    public static Command Build()
    {
        var folder = new Argument<string>("folder") { Description = "A new or empty folder." };
        var command = new Command("template", "Write every file of the folder format with its header and an example.\nExample: fininvest template my-case") { folder };
        command.SetAction((r, ct) => CommandRun.GuardAsync(async () =>
        {
            var path = r.GetRequiredValue(folder);
            Directory.CreateDirectory(path);
            var there = FolderTemplate.Files.Where(f => File.Exists(Path.Combine(path, f.Name))).Select(f => f.Name).ToList();
            if (there.Count > 0)
            {
                throw new ArgumentException($"'{path}' already holds {there[0]}{(there.Count > 1 ? $" and {there.Count - 1} more" : "")}; nothing was written.");
            }

            foreach (var (name, content) in FolderTemplate.Files)
            {
                await File.WriteAllTextAsync(Path.Combine(path, name), content, ct);
            }

            Screen.Line($"Wrote {FolderTemplate.Files.Count} files to {path}. Lines that begin with # are examples and are not read.");
            Screen.Line($"Fill what you have, delete the rest, then: fininvest load {path} -w {CommandRun.DefaultWorkspace}");
            return ExitCodes.Done;
        }));
        return command;
    }
}
