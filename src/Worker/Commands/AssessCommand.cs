using System.CommandLine;
using FinInvest.Graph.Casework.Export;
using FinInvest.Graph.Casework.ReviewScores;
using FinInvest.Graph.Present.Exhibit;
using FinInvest.Graph.Worker.Terminal;

namespace FinInvest.Graph.Worker.Commands;

/// <summary>fininvest assess: Reach, Floor, Support and Tier of each asset, with what is missing.</summary>
internal static class AssessCommand
{
    public static Command Build()
    {
        var targets = new Argument<string[]>("asset") { Description = "Assets; none = every asset.", Arity = ArgumentArity.ZeroOrMore };
        var rule = new Option<string?>("--rule", "-r") { Description = "The rule; none = the one a decision locks, else the one the profile suggests, and it says so." };
        var details = new Option<bool>("--details") { Description = "Indicators, weights, and what happens without each item." };
        var theta = new Option<double?>("--theta") { Description = "Share of the traced amount that must stay proved: 0, 0.5 or 1; none = the profile's." };
        var workspace = CommandRun.Workspace();
        var at = CommandRun.At();
        var json = CommandRun.Json();
        var command = new Command("assess", "Four numbers for each asset, never blended, and what is missing.\nExample: fininvest assess FLAT --rule own-first --details") { targets, rule, details, theta, workspace, at, json };
        command.Validators.Add(r =>
        {
            if (r.GetValue(theta) is { } t && t is not (0 or 0.5 or 1))
            {
                r.AddError($"--theta takes 0, 0.5 or 1, not '{t.ToString(System.Globalization.CultureInfo.InvariantCulture)}'.");
            }
        });
        command.SetAction((r, ct) => CommandRun.OnCaseAsync(r.GetRequiredValue(workspace), r.GetValue(at), (CaseReview review, CancellationToken _) =>
        {
            var asked = review.Targets(r.GetValue(targets) ?? []);
            var (chosen, by) = r.GetValue(rule) is { } typed ? (typed, "person")
                : RuleLocks.Shared(review.File.Facts, asked) is { } locked ? (locked, "decision") : (review.Profile().SuggestedRule, "profile suggestion");
            CaseReview.Rule(chosen);
            var content = ExhibitBuilder.Content(review, asked, chosen, ProgramVersion.Text, r.GetValue(theta));
            var results = content.Assessments;
            if (r.GetValue(json))
            {
                JsonAnswer.Write("fininvest.assess/1", review.File.Version, new { Rule = chosen, RuleChosenBy = by, Results = results });
                return Task.FromResult(ExitCodes.Done);
            }

            Screen.Line($"Rule {chosen}{(by switch { "decision" => " (locked by a decision)", "person" => "", _ => " (suggested by the profile; choose with --rule)" })}, statement order, profile {review.Profile().Label}");
            var table = Screen.Table("What the case proves", "target", ">Reach", ">Floor", ">Support", ">weakest", "tier");
            foreach (var a in results)
            {
                table.Row(a.Target, a.Reach.ToString(), a.Floor.ToString(), Range(a.Support.Low, a.Support.High), a.Support.Beta is { } b ? Step(b) : "n/a", a.HighestTier);
            }

            Screen.Show(table);
            foreach (var a in results)
            {
                Screen.Line(AssetExplanation.Of(content, a.Target));
                foreach (var refused in a.Refused)
                {
                    Screen.Item(2, "- " + refused);
                }

                foreach (var gate in a.Tiers.SelectMany(t => t.Gates.Where(g => g.State != "pass").Select(g => (t.Tier, g))))
                {
                    Screen.Item(2, $"{gate.Tier}, {gate.g.Gate}. Needed: {gate.g.Needed}; found: {gate.g.Measured}. {gate.g.Missing}");
                }

                if (r.GetValue(details))
                {
                    Details(a);
                }

                Screen.Line();
            }

            return Task.FromResult(ExitCodes.Done);
        }, ct, secondsAMillion: 5));
        return command;
    }

    private static void Details(Assessment a)
    {
        var indicators = Screen.Table($"Indicators of {a.Target}", "code", "indicator", ">value", "why");
        foreach (var i in a.Indicators)
        {
            indicators.Row(i.Code, i.Name, i.Text, i.Reason);
        }

        Screen.Show(indicators);
        var without = Screen.Table("Without each item, source and partner", "what", "", ">S low", ">drop", "tier", "only proof of");
        foreach (var w in a.Without)
        {
            without.Row(w.Kind, w.What, w.SupportLow is { } s ? Step(s) : "n/a", w.Drop is { } d ? Step(d) : "n/a", w.Tier, string.Join(", ", w.OnlyProof.Take(3)) + (w.OnlyProof.Count > 3 ? $" (3 of {w.OnlyProof.Count})" : ""));
        }

        Screen.Show(without);
        var weights = Screen.Table("Weights (a convention, not measured)", "item", "source", "partner", "grade", ">r", ">c", "relied on");
        foreach (var w in a.Weights)
        {
            weights.Row(w.Item, w.RootSource, w.Partner, w.Grade, w.Reliability is { } r ? Step(r) : "-", w.Credibility is { } c ? Step(c) : "-", w.Relied ? "yes" : "no: " + w.Why);
        }

        Screen.Show(weights);
    }

    private static string Range(double? low, double? high) => low is { } l && high is { } h ? $"{Step(l)} - {Step(h)}" : "n/a";

    /// <summary>Shown in steps of .05 (definitions H6).</summary>
    private static string Step(double value) => (Math.Round(value * 20) / 20).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
}
