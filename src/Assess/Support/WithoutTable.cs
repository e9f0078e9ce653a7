using FinInvest.Graph.Assess.Tiers;

namespace FinInvest.Graph.Assess.Support;

/// <summary>The n-1 table (rating 2.6): S_lo of the relied set and the highest tier without each item, each root source and each partner, and what only they prove.</summary>
internal static class WithoutTable
{
    public const string Item = "item";
    public const string RootSource = "root source";
    public const string Partner = "partner";

    public static IReadOnlyList<WithoutRow> Of(AssessmentContext context, TierAssessor tiers)
    {
        if (context is not { Link: { } link, Calculator: { } calculator, All: { } all })
        {
            return [];
        }

        var matter = link.ItemsThatMatter().Select(i => link.Items[i]).ToList();
        var answered = AnsweredBy(context, matter);
        var alone = matter.Concat(link.Items.Where(i => answered.Contains(i.Id))).Distinct().OrderBy(i => i.Id, StringComparer.Ordinal);
        var rows = new List<WithoutRow>();
        rows.AddRange(alone.Select(i => Row(Item, i.Id, taken => taken.Id == i.Id)));
        rows.AddRange(Names(matter.Select(i => i.Group)).Select(g => Row(RootSource, g, taken => taken.Group == g)));
        rows.AddRange(Names(matter.Select(i => i.Partner)).Select(p => Row(Partner, p, taken => taken.Partner == p)));
        return rows;

        WithoutRow Row(string kind, string what, Func<ReliedItem, bool> taken)
        {
            var variant = EvidenceVariant.Without(link, calculator, taken);
            var drop = all.Low.Exact is { } full && variant.Low.Exact is { } rest ? (full - rest).ToDouble() : all.Low.Value - variant.Low.Value;
            return new WithoutRow(kind, what, variant.Low.Value, drop, TierAssessor.Highest(tiers.Assess(variant)), OnlyProof(link, variant.Gone));
        }
    }

    /// <summary>Items on which a recorded answer, a tested explanation or a resolved contradiction about this link rests.</summary>
    private static HashSet<string> AnsweredBy(AssessmentContext context, IReadOnlyList<ReliedItem> matter)
    {
        HashSet<string> subjects = ["", context.Asset, context.Request.Target, .. PersonsOnPath.Of(context).Select(p => p.Subject)];
        return
        [
            .. context.Facts.All<RecordedFact>().Where(f => subjects.Contains(f.Subject)).Select(f => f.Item),
            .. context.Facts.All<Explanation>().Where(e => e.Asset == context.Asset).Select(e => e.Item),
            .. matter.Select(i => i.ResolvedBy ?? ""),
        ];
    }

    /// <summary>Elements of hops that matter which have relied support, all of it among what is gone.</summary>
    private static IReadOnlyList<string> OnlyProof(LinkModel link, IReadOnlySet<string> gone)
    {
        bool[] only = [.. link.Supports.Select(s => s.Length > 0 && s.All(i => gone.Contains(link.Items[i].Id)))];
        return [.. link.ElementsThatMatter().Where(e => only[link.KindOf[e]]).Select(e => link.Elements[e].Name)];
    }

    private static IEnumerable<string> Names(IEnumerable<string> names) => names.Where(n => n.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
}
