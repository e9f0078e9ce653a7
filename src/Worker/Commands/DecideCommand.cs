using System.CommandLine;
using FinInvest.Graph.Casework.Decide;
using FinInvest.Graph.Store;
using FinInvest.Graph.Worker.Terminal;

namespace FinInvest.Graph.Worker.Commands;

/// <summary>fininvest decide KIND SUBJECT [VALUE]: an append-only decision with who and why.</summary>
internal static class DecideCommand
{
    public static Command Build()
    {
        var kind = new Argument<string>("kind") { Description = string.Join(", ", DecisionKinds.Typed) };
        var subject = new Argument<string>("subject") { Description = "What it is about: a document, ROW, ROW=ROW, an item, an asset." };
        var value = new Argument<string>("value") { Description = "The answer.", DefaultValueFactory = _ => "" };
        var by = new Option<string>("--by") { Description = "Who decides.", Required = true };
        var reason = new Option<string>("--reason") { Description = "Why.", Required = true };
        var item = new Option<string>("--item") { Description = "The item it rests on.", DefaultValueFactory = _ => "" };
        var replaces = new Option<long>("--replaces") { Description = "The number of the decision it replaces." };
        var on = On();
        var workspace = CommandRun.Workspace();
        var command = new Command("decide", """
            Record a decision; nothing is ever overwritten.
            Examples: fininvest decide pairing S1/4=S2/9 reject --by "A. N." --reason "two payments"
                      fininvest decide relied IT-7 no --by "A. N." --reason "copy not certified"
                      fininvest decide contradiction IT-9 resolved --item IT-12 --by "A. N." --reason "witness corrected"
                      fininvest decide proceeds S1/4 EP-2 --by "A. N." --reason "order of the court"
                      fininvest decide asset S1/9 "FLAT price" --by "A. N." --reason "sale contract"
                      fininvest decide rule FLAT own-first --by "A. N." --reason "claim of the victim"
                      fininvest decide account KZ86...100 conduit --by "A. N." --reason "letter of the correspondent bank"
                      fininvest decide replenishment S1/9 yes --by "A. N." --reason "letter of 3 May"
            """) { kind, subject, value, by, reason, item, replaces, on, workspace };
        command.SetAction((r, ct) => CommandRun.OnCaseAsync(r.GetRequiredValue(workspace), async (ICaseStore w, CancellationToken c) =>
        {
            var asked = new Decision(0, r.GetRequiredValue(kind), r.GetRequiredValue(subject), r.GetRequiredValue(value), r.GetRequiredValue(by), DayOf(r.GetValue(on)), r.GetRequiredValue(reason),
                r.GetRequiredValue(item), r.GetValue(replaces));
            var (version, d) = await new DecisionDesk(w.Case).DecideAsync(asked, c);
            Screen.Line($"Decision {d.Number}: {d.Kind} {d.Subject} {d.Value}, by {d.By}. Case version {version}.");
            return ExitCodes.Done;
        }, ct));
        return command;
    }

    internal static Option<string?> On() => new("--on") { Description = "The day of the decision, yyyy-mm-dd (else today)." };

    internal static Day DayOf(string? text) => text is null ? Day.From(DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime))
        : Day.TryParse(text, out var day) ? day : throw new ArgumentException($"'{text}' is no day: type yyyy-mm-dd.");
}
