using System.CommandLine;
using FinInvest.Graph.Casework.ReviewScores;
using FinInvest.Graph.Worker.Terminal;

namespace FinInvest.Graph.Worker.Commands;

/// <summary>fininvest bounds: what holds under every conserving rule, and why no more could arrive.</summary>
internal static class BoundsCommand
{
    private const int CutShownMax = 8;

    public static Command Build()
    {
        var targets = new Argument<string[]>("asset") { Description = "Assets, or balance:ACCOUNT; none = every asset.", Arity = ArgumentArity.ZeroOrMore };
        var workspace = CommandRun.Workspace();
        var json = CommandRun.Json();
        var command = new Command("bounds", "What holds under every conserving rule: at least L, at most U.\nExample: fininvest bounds FLAT CAR") { targets, workspace, json };
        command.SetAction((r, ct) => CommandRun.OnCaseAsync(r.GetRequiredValue(workspace), (CaseReview review, CancellationToken _) =>
        {
            var results = review.Bounds(review.Targets(r.GetValue(targets) ?? []));
            if (r.GetValue(json))
            {
                JsonAnswer.Write("fininvest.bounds/1", review.File.Version, new { Results = results });
                return Task.FromResult(ExitCodes.Done);
            }

            var table = Screen.Table("Bounds", "target", ">cost", ">L", ">U recorded", ">U with OUTSIDE", ">day-proof L");
            foreach (var b in results)
            {
                var d = review.Decimals(b.Currency);
                table.Row(b.Target, Screen.Money(b.Cost, d), Screen.Money(b.Lower, d), Screen.Money(b.UpperRecorded, d), Screen.Money(b.UpperOut, d), Screen.Money(b.Floor, d));
            }

            Screen.Show(table);
            foreach (var b in results.Where(b => b.UpperCut.Count > 0))
            {
                Screen.Line($"{b.Target}: no more than {Screen.Money(b.UpperRecorded, review.Decimals(b.Currency))} could arrive, because of");
                foreach (var c in b.UpperCut.Take(CutShownMax))
                {
                    Screen.Line($"  {Screen.Money(c.Minor, review.Decimals(b.Currency))}  {c.Text}");
                }

                if (b.UpperCut.Count > CutShownMax)
                {
                    Screen.Line($"  {CutShownMax} of {b.UpperCut.Count} shown");
                }
            }

            Screen.Line("L: at least this much under every conserving rule. U: at most this much. Day-proof L: whatever the order inside a day.");
            return Task.FromResult(ExitCodes.Done);
        }, ct));
        return command;
    }
}
