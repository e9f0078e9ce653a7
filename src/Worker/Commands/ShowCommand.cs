using System.CommandLine;
using FinInvest.Graph.Casework;
using FinInvest.Graph.Casework.Find;
using FinInvest.Graph.Casework.ReviewScores;
using FinInvest.Graph.Store;
using FinInvest.Graph.Worker.Terminal;

namespace FinInvest.Graph.Worker.Commands;

/// <summary>fininvest show ID: a row with its document, an account with its tainted column, an item, a decision, any fact.</summary>
internal static class ShowCommand
{
    public static Command Build()
    {
        var id = new Argument<string>("id") { Description = "A row (S1/4 or 3f9a1c/S1/4), an account, a document, an item, an asset, a decision's number." };
        var rule = new Option<string?>("--rule", "-r") { Description = "The rule of an account's tainted column; none = the profile's suggestion." };
        var workspace = CommandRun.Workspace();
        var at = CommandRun.At();
        var json = CommandRun.Json();
        var command = new Command("show", "Show anything that has an id.\nExamples: fininvest show S1/4     fininvest show KZ86125KZT5004100100") { id, rule, workspace, at, json };
        command.SetAction((r, ct) => CommandRun.OnCaseAsync(r.GetRequiredValue(workspace), async (ICaseStore w, CancellationToken c) =>
        {
            using var file = await CaseFile.OpenAsync(w.Case, c, w.Cache, r.GetValue(at), w.Rows);
            var review = new CaseReview(file);
            var chosen = r.GetValue(rule) ?? review.Profile().SuggestedRule;
            CaseReview.Rule(chosen);
            var records = await new RecordDesk(w.Case, review).ShowAsync(r.GetRequiredValue(id), chosen, c);
            if (r.GetValue(json))
            {
                JsonAnswer.Write("fininvest.show/1", review.File.Version, new { Records = records });
                return ExitCodes.Done;
            }

            foreach (var record in records)
            {
                Screen.Line($"{record.Kind} {record.Id}");
                foreach (var field in record.Fields.Where(f => f.Value.Length > 0))
                {
                    Screen.Line($"  {field.Key,-18} {field.Value}");
                }

                foreach (var row in record.Rows)
                {
                    Screen.Line(row[0]);
                    if (row[1].Length > 0)
                    {
                        Screen.Line("    " + row[1]);
                    }
                }

                if (record.Cap.Length > 0)
                {
                    Screen.Line(record.Cap + "; the exhibit has the whole account");
                }
            }

            return ExitCodes.Done;
        }, ct));
        return command;
    }
}
