using FinInvest.Graph.Assess.Indicators;
using FinInvest.Graph.Assess.Profiles;
using FinInvest.Graph.Assess.Support;
using FinInvest.Graph.Assess.Tiers;

namespace FinInvest.Graph.Assess;

/// <summary>
/// Says how well the link between an act and a target is proved: Reach, Floor, Support and Tier side by side, never one blended number (definitions H).
/// Pure: same request, same answer, to the bit.
/// </summary>
public static class Assessor
{
    /// <exception cref="ArgumentException">The trace has no such target.</exception>
    /// <exception cref="InvalidOperationException">The traced flow is broken (arcs that do not add up); the message names the node.</exception>
    public static Assessment Assess(AssessRequest request)
    {
        var context = new AssessmentContext(request);
        var tierAssessor = new TierAssessor(context);
        context.Without = WithoutTable.Of(context, tierAssessor);
        var tiers = tierAssessor.Assess(context.All);
        var target = context.Target;
        return new Assessment(request.Target, request.Trace.Rule, request.Profile.Label, context.Scheme.Label, target.Reach,
            new Ratio(request.Bounds?.Floor ?? 0, request.Bounds is null ? 0 : target.Cost),
            context.Support ?? new SupportResult((double)context.Theta, target.Traced, null, null, "", 0, 0, null, -1, 0, []),
            TierAssessor.Highest(tiers), tiers, [.. IndicatorCatalogue.All.Select(context.Value)], Elements(context), context.Evidence.Weights, context.Without,
            SupportRefusals.Of(context), [.. request.Profile.Lines, .. context.Scheme.Lines], context.Link is { } link ? ProofTiers.Curve(link, context.Scheme) : []);
    }

    /// <summary>Every item of the case with its weight and the reason it counts or not, also those that may not appear in an exhibit: for the people who work on the case.</summary>
    public static IReadOnlyList<EvidenceWeight> WorkingFile(Reconciliation reconciliation, Profile profile)
    {
        var purpose = reconciliation.Facts.Header?.Purpose is { Length: > 0 } stated ? stated : "court";
        var file = EvidenceFile.Read(reconciliation.Facts, profile, purpose, reconciliation.Register.AsOf);
        return [.. file.Weights.Concat(file.Withheld).OrderBy(w => w.Item, StringComparer.Ordinal)];
    }

    private static IReadOnlyList<ElementOpinion> Elements(AssessmentContext context)
    {
        if (context is not { Link: { } link, Calculator: { } calculator, All: { } all })
        {
            return [];
        }

        var opinions = calculator.Opinions(all.Roles);
        return
        [
            .. link.ElementsThatMatter().Select(e =>
            {
                var kind = link.KindOf[e];
                var (belief, disbelief) = opinions[kind];
                return new ElementOpinion(link.Elements[e].Name, belief.ToDouble(), disbelief.ToDouble(), (Fraction.One - belief - disbelief).ToDouble(),
                    ProofTiers.Name(ProofTiers.OfKind(link, kind, context.Scheme)), [.. link.Supports[kind].Select(i => link.Items[i].Id)],
                    [.. link.Contradicts[kind].Where(i => all.Roles.Contradicts[i]).Select(i => link.Items[i].Id)]);
            }),
        ];
    }
}
