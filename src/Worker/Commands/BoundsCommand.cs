using System.CommandLine;
using FinInvest.Graph.Casework.Budgets;
using FinInvest.Graph.Casework.ReviewScores;
using FinInvest.Graph.Trace.Bounds;
using FinInvest.Graph.Worker.Terminal;
using Spectre.Console;

namespace FinInvest.Graph.Worker.Commands;

/// <summary>fininvest bounds: what holds under every conserving rule, and why no more could arrive.</summary>
internal static class BoundsCommand
{
    private const int CutShownMax = 8;
    private const int TargetsAcross = 2;

    public static Command Build()
    {
        var targets = new Argument<string[]>("asset") { Description = "Assets, or balance:ACCOUNT; none = every asset.", Arity = ArgumentArity.ZeroOrMore };
        var workspace = CommandRun.Workspace();
        var at = CommandRun.At();
        var budget = CommandRun.BudgetRows();
        var json = CommandRun.Json();
        var command = new Command("bounds", "What holds under every conserving rule: at least L, at most U.\nExample: fininvest bounds FLAT CAR") { targets, workspace, at, budget, json };
        command.SetAction((r, ct) => CommandRun.OnCaseAsync(r.GetRequiredValue(workspace), r.GetValue(at), (CaseReview review, CancellationToken _) =>
        {
            var results = review.Bounds(review.Targets(r.GetValue(targets) ?? []));
            if (r.GetValue(json))
            {
                JsonAnswer.Write("fininvest.bounds/1", review.File.Version, new { Results = results }, review.File.Extent);
                return Task.FromResult(ExitCodes.Done);
            }

            foreach (var block in results.Chunk(TargetsAcross))
            {
                var table = Screen.Table("What holds under every conserving rule", ["", .. block.Select(b => ">" + (b.Target.StartsWith(BoundsCalculator.Set, StringComparison.Ordinal) ? "together" : b.Target) + " " + b.Currency)]);
                Row(table, "cost", b => b.Cost);
                Row(table, "at least (L)", b => b.Lower);
                Row(table, "at least, any order in a day", b => b.DayBatchLower);
                Row(table, "at most (U), recorded", b => b.UpperRecorded);
                Row(table, "at most, with OUTSIDE (outer)", b => b.UpperOut);
                foreach (var (tier, place) in block.SelectMany(b => b.ProvedFloors ?? []).Select(f => f.ProofTier).Distinct(StringComparer.Ordinal).Select((t, i) => (t, i)))
                {
                    Row(table, $"floor over hops proved {tier}{(place > 0 ? " or better" : "")}", b => b.ProvedFloors?[place].Floor ?? 0);
                }

                Screen.Show(table);

                void Row(Table into, string name, Func<BoundsResult, long> of) => into.Row([name, .. block.Select(b => Screen.Money(of(b), review.Decimals(b.Currency)))]);
            }

            foreach (var b in results.Where(b => b.OuterBecause is { Count: > 0 }))
            {
                Screen.Line($"{b.Target}: outer bounds, valid under every conserving rule and perhaps not the tightest, because of {string.Join(", ", b.OuterBecause!)}.");
            }

            if (results.All(b => b.ProvedFloors is null))
            {
                Screen.Line("No evidence item is relied on, so there is no floor by tier of proof. See: fininvest assess --details");
            }

            foreach (var b in results)
            {
                Cut(review, b, b.UpperRecorded, "", b.UpperCut);
                Cut(review, b, b.UpperOut, " with OUTSIDE", b.UpperOutCut ?? []);
            }

            Screen.Part(review.File);
            if (review.File.Extent is not null)
            {
                Screen.Line($"Note: {CorridorExtent.OutsideSentence}.");
            }

            return Task.FromResult(ExitCodes.Done);
        }, ct, CommandRun.Budget(r.GetValue(budget), r.GetValue(targets) ?? []), secondsAMillion: 1.5));
        return command;
    }

    private static void Cut(CaseReview review, BoundsResult b, long upper, string with, IReadOnlyList<CutElement> cut)
    {
        if (cut.Count == 0)
        {
            return;
        }

        Screen.Line($"{b.Target}: no more than {Screen.Money(upper, review.Decimals(b.Currency))} {b.Currency} could arrive{with}, because of");
        foreach (var c in cut.Take(CutShownMax))
        {
            var currency = review.AccountCurrency(c.Account) ?? b.Currency;
            Screen.Item(2, $"{Screen.Money(c.Minor, review.Decimals(currency))} {currency}  {c.Text}");
        }

        if (cut.Count > CutShownMax)
        {
            Screen.Item(2, $"{CutShownMax} of the {cut.Count} lines of this cut; --json has all");
        }
    }
}
