using System.CommandLine;
using FinInvest.Graph.Casework.Sign;
using FinInvest.Graph.Store;
using FinInvest.Graph.Worker.Terminal;

namespace FinInvest.Graph.Worker.Commands;

/// <summary>fininvest sign EXHIBIT.json: a second person stands for an exhibit.</summary>
internal static class SignCommand
{
    public static Command Build()
    {
        var exhibit = new Argument<string>("exhibit") { Description = "The exhibit's JSON file." };
        var by = new Option<string>("--by") { Description = "Who signs: not who prepared the exhibit or took a decision it rests on.", Required = true };
        var role = new Option<string>("--role") { Description = "What the person signs as, e.g. prosecutor.", DefaultValueFactory = _ => "" };
        var comment = new Option<string>("--comment") { Description = "What was looked at, and what the signature says.", Required = true };
        var on = DecideCommand.On();
        var workspace = CommandRun.Workspace();
        var json = CommandRun.Json();
        var command = new Command("sign", """
            Sign an exhibit off as a second person. It is made again from the case first; the signature is a decision that names its hash and version, and covers no other print.
            Example: fininvest sign exhibit.json --by "C. Prosecutor" --role prosecutor --comment "rows of Schedule C read against the statements" -w my-work
            """) { exhibit, by, role, comment, on, workspace, json };
        command.SetAction((r, ct) => CommandRun.OnCaseAsync(r.GetRequiredValue(workspace), async (ICaseStore s, CancellationToken c) =>
        {
            var text = await ExhibitText.ReadAsync(r.GetRequiredValue(exhibit), c);
            var (version, signed) = await new SignOffDesk(s.Case).SignAsync(text, r.GetRequiredValue(by), r.GetRequiredValue(role), r.GetRequiredValue(comment), DecideCommand.DayOf(r.GetValue(on)), c);
            if (r.GetValue(json))
            {
                JsonAnswer.Write("fininvest.sign/1", version, new { Decision = signed.Number, signed.Exhibit, SignedVersion = signed.Version.ToString(), signed.Rule, signed.Targets, signed.By, signed.Role, signed.On, signed.Comment });
                return ExitCodes.Done;
            }

            Screen.Line($"Decision {signed.Number}: {signed.By}{(signed.Role.Length > 0 ? $", {signed.Role}," : "")} signed off exhibit {signed.Exhibit.Short(12)} of version {signed.Version}. Case version {version}.");
            Screen.Line($"The exhibit stays as it is. Check it at any time: fininvest verify {r.GetRequiredValue(exhibit)} -w {s.Place}");
            return ExitCodes.Done;
        }, ct));
        return command;
    }
}
