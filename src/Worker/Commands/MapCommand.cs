using System.CommandLine;
using FinInvest.Graph.Ingest;
using FinInvest.Graph.Ingest.Mapping;

namespace FinInvest.Graph.Worker.Commands;

/// <summary>fininvest map FILE: drafts a mapping and shows ten rows as it would read them.</summary>
internal static class MapCommand
{
    public static Command Build()
    {
        var file = new Argument<string>("file") { Description = "A CSV as the bank handed it out." };
        var output = new Option<string?>("--output", "-o") { Description = "Where to save the mapping (else it is printed)." };
        var account = new Option<string>("--account") { Description = "The account of the statement, if the file does not say.", DefaultValueFactory = _ => "" };
        var currency = new Option<string>("--currency") { Description = "The currency, if the file does not say.", DefaultValueFactory = _ => "" };
        var command = new Command("map", "Draft a mapping from a file and show ten rows as it would read them.\nExample: fininvest map statement.csv -o mapping.json") { file, output, account, currency };
        command.SetAction((r, ct) => CommandRun.GuardAsync(async () =>
        {
            var path = r.GetRequiredValue(file);
            if (!File.Exists(path))
            {
                throw new ArgumentException($"There is no file '{path}'.");
            }

            MappingDraft draft;
            await using (var content = File.OpenRead(path))
            {
                draft = MappingDraft.From(content, Path.GetFileName(path), ReadingContext.For([]) with { DefaultCurrency = r.GetRequiredValue(currency), DefaultAccount = r.GetRequiredValue(account) });
            }

            var rows = Screen.Table($"{Path.GetFileName(path)} as the mapping reads it", "row", "day", "account", "counterparty", ">amount", "cur.", "text");
            foreach (var p in draft.Preview)
            {
                rows.Row(p.Row, p.Day, p.Account, p.Counterparty, p.Amount, p.Currency, p.Text);
            }

            Screen.Show(rows);
            foreach (var note in draft.Notes)
            {
                Screen.Line("- " + note);
            }

            var json = draft.Mapping.ToJson();
            if (r.GetValue(output) is { } target)
            {
                await File.WriteAllTextAsync(target, json, ct);
                Screen.Line($"Saved {target}. Check it, then: fininvest load {path} --mapping {target}");
            }
            else
            {
                Console.WriteLine(json);
            }

            return ExitCodes.Done;
        }));
        return command;
    }
}
