using System.CommandLine;
using FinInvest.Graph.Ingest;
using FinInvest.Graph.Ingest.Mapping;
using FinInvest.Graph.Worker.Terminal;

namespace FinInvest.Graph.Worker.Commands;

/// <summary>fininvest map FILE: drafts a mapping and shows ten rows as it would read them.</summary>
internal static class MapCommand
{
    public static Command Build()
    {
        var file = new Argument<string>("file") { Description = "A CSV or XLSX as the bank handed it out." };
        var output = new Option<string?>("--output", "-o") { Description = "Where to save the mapping (else it is printed)." };
        var currency = new Option<string>("--currency") { Description = "The currency, if the file does not say.", DefaultValueFactory = _ => "" };
        var command = new Command("map", "Draft a mapping from a file and show ten rows as it would read them.\nExample: fininvest map statement.csv -o mapping.json") { file, output, currency };
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
                draft = MappingDraft.From(content, Path.GetFileName(path), ReadingContext.Of(null) with { DefaultCurrency = r.GetRequiredValue(currency) });
            }

            Screen.Line($"{Path.GetFileName(path)} as the mapping reads it, {draft.Rows.Count} of {draft.RowsRead:N0} rows looked at:");
            foreach (var p in draft.Rows)
            {
                Screen.Entry($"row {p.Row}  {p.Day}  {p.Amount} {p.Currency}", $"{p.Account}  with  {p.Counterparty}", p.Text);
            }

            foreach (var reject in draft.Rejects.Take(3))
            {
                Screen.Line($"would be rejected, line {reject.Row}: {reject.Sentence} Text: {reject.Text}");
            }

            if (draft.Rejects.Count > 3)
            {
                Screen.Line($"3 of {draft.Rejects.Count} rows that would be rejected are shown");
            }

            foreach (var guess in draft.Guesses)
            {
                Screen.Line("guessed: " + guess);
            }

            foreach (var question in draft.Questions)
            {
                Screen.Line("decide:  " + question);
            }

            var json = Stated(draft.Mapping, r.GetRequiredValue(currency)).ToJson();
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

    /// <summary>The mapping with the currency a person stated, where the file has no column for it.</summary>
    private static RecordMapping Stated(RecordMapping mapping, string currency) => currency.Length == 0 ? mapping : mapping with
    {
        Files = [.. mapping.Files.Select(f => f.Columns.ContainsKey("currency") ? f
            : f with { Columns = new Dictionary<string, ColumnMapping>(f.Columns, StringComparer.Ordinal) { ["currency"] = new ColumnMapping { Constant = currency } } })],
    };
}
