using System.CommandLine;
using FinInvest.Graph.Casework.ReviewScores;
using FinInvest.Graph.Worker.Terminal;

namespace FinInvest.Graph.Worker.Commands;

/// <summary>fininvest trace: one rule for the assets asked, or all rules side by side.</summary>
internal static class TraceCommand
{
    public static Command Build()
    {
        var targets = new Argument<string[]>("asset") { Description = "Assets, or balance:ACCOUNT; none = every asset.", Arity = ArgumentArity.ZeroOrMore };
        var rule = new Option<string?>("--rule", "-r") { Description = "The rule; none = all rules side by side." };
        var workspace = CommandRun.Workspace();
        var json = CommandRun.Json();
        var command = new Command("trace", "How much of an asset comes from the crime, under which rule.\nExamples: fininvest trace                        all assets, all rules\n          fininvest trace FLAT --rule own-first") { targets, rule, workspace, json };
        command.SetAction((r, ct) => CommandRun.OnCaseAsync(r.GetRequiredValue(workspace), (CaseReview review, CancellationToken _) =>
        {
            var asked = review.Targets(r.GetValue(targets) ?? []);
            var results = r.GetValue(rule) is { } one ? [review.Trace(one, asked, [])] : review.Compare(asked);
            if (r.GetValue(json))
            {
                JsonAnswer.Write("fininvest.trace/1", review.File.Version, new { Results = results.Select(x => x with { Targets = [.. x.Targets.Select(t => t with { Flow = null })] }) });
                return Task.FromResult(ExitCodes.Done);
            }

            if (results.Count == 1)
            {
                ShowOne(review, results[0]);
            }
            else
            {
                RuleTable.Show(review, asked, results, null);
                Screen.Line("No rule is the rule: choose one with --rule and say why. What holds under all of them: fininvest bounds");
            }

            return Task.FromResult(ExitCodes.Done);
        }, ct));
        return command;
    }

    private static void ShowOne(CaseReview review, TraceResult result)
    {
        foreach (var t in result.Targets)
        {
            var decimals = review.Decimals(t.Currency);
            var table = Screen.Table($"{t.Target}: {Screen.Money(t.Traced, decimals)} of {Screen.Money(t.Cost, decimals)} {t.Currency} ({t.Reach}) under {result.Rule}, {result.OrderMode} order", "owner", ">paid", ">held");
            foreach (var o in t.Paid)
            {
                var held = t.Held is null ? o.Minor : t.Held.FirstOrDefault(h => h.Owner == o.Owner)?.Minor ?? 0;
                table.Row(o.Owner, Screen.Money(o.Minor, decimals), Screen.Money(held, decimals));
            }

            Screen.Show(table);
        }

        foreach (var c in result.Claims)
        {
            Screen.Line($"{c.Claim}: charged {Screen.Money(c.Charged, review.Decimals(c.Currency))} {c.Currency}");
        }
    }
}
