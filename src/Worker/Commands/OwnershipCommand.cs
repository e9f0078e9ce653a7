using System.CommandLine;
using FinInvest.Graph.Casework.ReviewScores;
using FinInvest.Graph.Worker.Terminal;

namespace FinInvest.Graph.Worker.Commands;

/// <summary>fininvest ownership TARGET: who is behind a company, account or asset at a date.</summary>
internal static class OwnershipCommand
{
    public static Command Build()
    {
        var target = new Argument<string>("target") { Description = "A company, account or asset." };
        var at = new Option<string[]>("--at") { Description = "The day, yyyy-mm-dd (else the case's as-of date); or a version of the case, LOADS.DECISIONS as results print it (4.2); or, given twice, both.", AllowMultipleArgumentsPerToken = false };
        var workspace = CommandRun.Workspace();
        var json = CommandRun.Json();
        var command = new Command("ownership", "Effective interests, through chains and circles, at a date.\nExample: fininvest ownership SHELL-1 --at 2023-05-01") { target, at, workspace, json };
        command.SetAction((r, ct) => CommandRun.OnCaseAsync(r.GetRequiredValue(workspace), VersionOf(r.GetValue(at) ?? []), (CaseReview review, CancellationToken _) =>
        {
            var result = review.Owners(r.GetRequiredValue(target), DayOf(r.GetValue(at) ?? []));
            if (r.GetValue(json))
            {
                JsonAnswer.Write("fininvest.ownership/1", review.File.Version, result);
                return Task.FromResult(result.Owners.Count > 0 ? ExitCodes.Done : ExitCodes.NothingFound);
            }

            var table = Screen.Table($"Who is behind {result.Target} on {result.At}{(result.HasCycle ? " (circular ownership)" : "")}", "party", "name", ">interest", "through");
            foreach (var o in result.Owners)
            {
                table.Row(o.Party, o.Name, Percent(o.Low, o.High), string.Join(", ", o.Through));
            }

            table.Row("unknown", "", Percent(result.UnknownLow, result.UnknownHigh), "");
            Screen.Show(table);
            foreach (var note in result.Notes)
            {
                Screen.Line("- " + note);
            }

            return Task.FromResult(result.Owners.Count > 0 ? ExitCodes.Done : ExitCodes.NothingFound);
        }, ct));
        return command;
    }

    private static CaseVersion? VersionOf(string[] typed) => typed.Where(t => CaseVersion.TryParse(t, out _)).ToList() switch
    {
        [] => null,
        [var one] => CaseVersion.TryParse(one, out var version) ? version : null,
        _ => throw new ArgumentException("--at names one version at most."),
    };

    private static Day? DayOf(string[] typed) => typed.Where(t => !CaseVersion.TryParse(t, out _)).ToList() switch
    {
        [] => null,
        [var one] => Day.TryParse(one, out var day) ? day : throw new ArgumentException($"'{one}' is no day and no version: type yyyy-mm-dd or LOADS.DECISIONS."),
        _ => throw new ArgumentException("--at names one day at most."),
    };

    private static string Percent(double low, double high)
    {
        static string One(double v) => (v * 100).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
        return One(low) == One(high) ? One(low) + " %" : $"{One(low)} - {One(high)} %";
    }
}
