using System.CommandLine;
using FinInvest.Graph.Casework.Decide;
using FinInvest.Graph.Store;
using FinInvest.Graph.Store.Embedded;
using FinInvest.Graph.Worker.Terminal;

namespace FinInvest.Graph.Worker.Commands;

/// <summary>fininvest expunge DOCUMENT: by a court's order, for good.</summary>
internal static class ExpungeCommand
{
    public static Command Build()
    {
        var document = new Argument<string>("document") { Description = "File name or the first hex digits of its hash." };
        var order = new Option<string>("--order") { Description = "Court, number and date of the order.", Required = true };
        var by = new Option<string>("--by") { Description = "Who carries it out.", Required = true };
        var reason = new Option<string>("--reason") { Description = "Why.", Required = true };
        var on = DecideCommand.On();
        var workspace = CommandRun.Workspace();
        var json = CommandRun.Json();
        var command = new Command("expunge", """
            By a court's order: take a document out for good, with all that was read from it. It cannot be undone; `fininvest exclude` can.
            Example: fininvest expunge letter.pdf --order "District Court No. 2, 17-412, 2024-05-06" --by "A. N." --reason "seized without an order"
            """) { document, order, by, reason, on, workspace, json };
        command.SetAction((r, ct) => CommandRun.OnCaseAsync(r.GetRequiredValue(workspace), async (ICaseStore s, CancellationToken c) =>
        {
            var asked = new CourtOrder(r.GetRequiredValue(order), r.GetRequiredValue(by), DecideCommand.DayOf(r.GetValue(on)), r.GetRequiredValue(reason));
            var outcome = await new ExpungeDesk(s.Case, s.Vault).ExpungeAsync(r.GetRequiredValue(document), asked, (s as Workspace)?.Folder, c);
            s.Cache?.Clear();
            s.Rows?.Clear();
            if (r.GetValue(json))
            {
                JsonAnswer.Write("fininvest.expunge/1", outcome.Receipt.Version, outcome);
            }
            else
            {
                Show(outcome);
            }

            return ExitCodes.Done;
        }, ct));
        return command;
    }

    private static void Show(ExpungeOutcome outcome)
    {
        var r = outcome.Receipt;
        Screen.Line(r.WasExpunged ? $"Document {r.Document.Short(12)} was expunged before, by decision {r.Decision}; what may have been left of it is removed now. Case version {r.Version}."
            : $"Decision {r.Decision}: document {r.Document.Short(12)} is expunged: {r.Postings:N0} rows, {r.Facts:N0} facts, {r.Rejects:N0} rejects{(outcome.File ? " and its file" : "")}. Case version {r.Version}.");
        foreach (var exhibit in outcome.Exhibits)
        {
            Screen.Line($"Removed {exhibit}: an exhibit that was made before.");
        }

        if (outcome.Naming.Count > 0)
        {
            Screen.Line($"These decisions speak of it: {string.Join(", ", outcome.Naming)}. They stay as they were taken, since the chain holds their words, and have no effect on it any more.");
        }

        Screen.Line("Not in reach of this command: the file you loaded, exhibits, bundles and backups elsewhere, other documents that name it, and free blocks of the disk. See docs/expunge.md.");
    }
}
