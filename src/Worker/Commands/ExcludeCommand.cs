using System.CommandLine;
using FinInvest.Graph.Casework.Decide;
using FinInvest.Graph.Store;
using FinInvest.Graph.Worker.Terminal;

namespace FinInvest.Graph.Worker.Commands;

/// <summary>fininvest exclude DOCUMENT: a decision that a document no longer counts; what others also prove stays.</summary>
internal static class ExcludeCommand
{
    public static Command Build()
    {
        var document = new Argument<string>("document") { Description = "File name or the first hex digits of its hash." };
        var by = new Option<string>("--by") { Description = "Who decides.", Required = true };
        var reason = new Option<string>("--reason") { Description = "Why.", Required = true };
        var undo = new Option<bool>("--undo") { Description = "Let it count again." };
        var on = DecideCommand.On();
        var workspace = CommandRun.Workspace();
        var command = new Command("exclude", "Leave a document out: its rows and items no longer count, the rest stays right.\nExample: fininvest exclude letter.pdf --by \"Judge N.\" --reason \"obtained without an order\"")
            { document, by, reason, undo, on, workspace };
        command.SetAction((r, ct) => CommandRun.OnCaseAsync(r.GetRequiredValue(workspace), async (ICaseStore w, CancellationToken c) =>
        {
            var kind = r.GetValue(undo) ? DecisionKinds.Include : DecisionKinds.Exclude;
            var (version, d) = await new DecisionDesk(w.Case).DecideAsync(new Decision(0, kind, r.GetRequiredValue(document), "", r.GetRequiredValue(by), DecideCommand.DayOf(r.GetValue(on)), r.GetRequiredValue(reason)), c);
            Screen.Line($"Decision {d.Number}: {d.Kind} {r.GetRequiredValue(document)} ({d.Subject[..6]}). Case version {version}. Every answer from now on leaves it {(kind == DecisionKinds.Exclude ? "out" : "in")}.");
            return ExitCodes.Done;
        }, ct));
        return command;
    }
}
