using System.CommandLine;
using FinInvest.Graph.Worker.Commands;

namespace FinInvest.Graph.Worker;

/// <summary>The one executable, fininvest: a command line over Casework.</summary>
public static class Program
{
    public static async Task<int> Main(string[] args)
    {
        var vault = new Option<string?>("--vault") { Description = "Folder or share with the raw files of cases on a server (FININVEST_VAULT; fininvest-vault).", Recursive = true };
        var root = new RootCommand("""
            How much of an asset comes from a crime, by which path, and how well is each step proved?

            Start:   fininvest demo                      a whole case in ten seconds
                     fininvest template my-case          empty files with examples
                     fininvest load my-case -w my-work   load them
                     fininvest assess -w my-work         what the case proves
            """)
        {
            DemoCommand.Build(), TemplateCommand.Build(), MapCommand.Build(), LoadCommand.Build(), StatusCommand.Build(), FindCommand.Build(), ShowCommand.Build(),
            DecideCommand.Build(), ExcludeCommand.Build(), ExpungeCommand.Build(), TraceCommand.Build(), BoundsCommand.Build(), PathsCommand.Build(), OwnershipCommand.Build(), AssessCommand.Build(),
            ExhibitCommand.Build(), ExportCommand.Build(), PublishCommand.Build(), BackupCommand.Build(), RestoreCommand.Build(), ServeCommand.Build(), vault,
            DiffCommand.Build(), SignCommand.Build(), VerifyCommand.Build(),
        };
        root.Options.OfType<VersionOption>().Single().Action = new VersionAction();
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0 && !parsed.Tokens.Any(t => t.Value is "--help" or "-h" or "-?" or "--version"))
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }

            var command = parsed.CommandResult.Command;
            await Console.Error.WriteLineAsync($"See: fininvest {(command is RootCommand ? "" : command.Name + " ")}--help");
            return ExitCodes.Usage;
        }

        // An asset or text never begins with two dashes: a mistyped option must not be taken for one.
        if (parsed.CommandResult.Command.Arguments.SelectMany(a => parsed.GetResult(a)?.Tokens ?? []).FirstOrDefault(t => t.Value.StartsWith("--", StringComparison.Ordinal)) is { } unknown)
        {
            await Console.Error.WriteLineAsync($"There is no option '{unknown.Value}'. See: fininvest {parsed.CommandResult.Command.Name} --help");
            return ExitCodes.Usage;
        }

        if (parsed.GetValue(vault) is { Length: > 0 } folder)
        {
            StoreFolders.Standard = StoreFolders.Standard with { Vault = folder };
        }

        return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }
}
