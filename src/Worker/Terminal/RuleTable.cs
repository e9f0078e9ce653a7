using FinInvest.Graph.Casework.ReviewScores;

namespace FinInvest.Graph.Worker.Terminal;

/// <summary>Claim money of every target under every rule, and the bounds; one block of at most three targets fits 80 columns.</summary>
internal static class RuleTable
{
    private const int TargetsAcross = 3;

    public static void Show(CaseReview review, IReadOnlyList<string> targets, IReadOnlyList<TraceResult> rules, IReadOnlyList<BoundsResult>? bounds)
    {
        foreach (var block in targets.Chunk(TargetsAcross))
        {
            var traces = rules.Select(r => block.Select(t => r.Targets.First(x => x.Target == t)).ToList()).ToList();
            var table = Screen.Table($"Claim money in each target, by rule ({rules[0].OrderMode} order)", ["rule", .. block.Zip(traces[0], (t, x) => ">" + t + " " + x.Currency)]);
            table.Row(["cost", .. traces[0].Select(x => Screen.Money(x.Cost, review.Decimals(x.Currency)))]);
            foreach (var (rule, row) in rules.Zip(traces))
            {
                table.Row([rule.Rule, .. row.Select(x => Screen.Money(x.Traced, review.Decimals(x.Currency)))]);
            }

            if (bounds is not null)
            {
                var of = block.Select(t => bounds.First(b => b.Target == t)).ToList();
                table.Row(["at least (L)", .. of.Select(b => Screen.Money(b.Lower, review.Decimals(b.Currency)))]);
                table.Row(["at most (U)", .. of.Select(b => Screen.Money(b.UpperRecorded, review.Decimals(b.Currency)))]);
            }

            Screen.Show(table);
        }
    }
}
