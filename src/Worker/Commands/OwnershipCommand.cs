using System.CommandLine;
using System.Globalization;
using FinInvest.Graph.Casework.ReviewScores;
using FinInvest.Graph.Worker.Terminal;

namespace FinInvest.Graph.Worker.Commands;

/// <summary>fininvest ownership TARGET: who is behind a company, account or asset at a date, how that changed, and who is affiliated with a party.</summary>
internal static class OwnershipCommand
{
    private const string Example = """
        Effective interests and control, through chains and circles, at a date.
        Example: fininvest ownership SHELL-1 --at 2023-05-01
                 fininvest ownership SHELL-1 --threshold 25
                 fininvest ownership SHELL-1 --history
                 fininvest ownership P-SUBJECT --affiliates
        """;

    public static Command Build()
    {
        var target = new Argument<string>("target") { Description = "A company, account, asset or person." };
        var at = new Option<string[]>("--at") { Description = "The day, yyyy-mm-dd (else the case's as-of date); or a version of the case, LOADS.DECISIONS as results print it (4.2); or, given twice, both.", AllowMultipleArgumentsPerToken = false };
        var threshold = new Option<string?>("--threshold") { Description = "Only the ends of the chains that may hold this many percent or more, e.g. 25." };
        var history = new Option<bool>("--history") { Description = "Every day on which an interest or a control changed." };
        var affiliates = new Option<bool>("--affiliates") { Description = "Who and what is affiliated with the party (law of 12 July 2023)." };
        var workspace = CommandRun.Workspace();
        var json = CommandRun.Json();
        var command = new Command("ownership", Example) { target, at, threshold, history, affiliates, workspace, json };
        command.SetAction((r, ct) => CommandRun.OnCaseAsync(r.GetRequiredValue(workspace), VersionOf(r.GetValue(at) ?? []), (CaseReview review, CancellationToken _) =>
        {
            if (r.GetValue(history) && r.GetValue(affiliates))
            {
                throw new ArgumentException("Ask for --history or for --affiliates, one at a time.");
            }

            var question = new OwnershipQuestion(review, r.GetRequiredValue(target), DayOf(r.GetValue(at) ?? []) ?? review.AsOf, r.GetValue(json));
            return Task.FromResult(r.GetValue(history) ? question.History() : r.GetValue(affiliates) ? question.Affiliates() : question.Owners(Share(r.GetValue(threshold))));
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

    private static double? Share(string? text) => text is null ? null
        : double.TryParse(text.TrimEnd('%', ' '), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var p) && p is >= 0 and <= 100 ? p / 100
        : throw new ArgumentException($"'{text}' is no threshold: type percent from 0 to 100, e.g. 25.");
}
