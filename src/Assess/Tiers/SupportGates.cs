using FinInvest.Graph.Assess.Support;

namespace FinInvest.Graph.Assess.Tiers;

/// <summary>Gates that rest on the evidence itself: S_lo, contradictions, uncured defects. What is missing is named by row and partner.</summary>
internal sealed class SupportGates(AssessmentContext context)
{
    private const int ListedMax = 20;
    private readonly Dictionary<string, bool> neededWithoutDefect = new(StringComparer.Ordinal);

    private string Limit => AssessmentContext.Text((double)context.Profile.Gates.Support);

    /// <summary>S_lo above the limit; where it is not, one line for each element that holds the link back.</summary>
    public IEnumerable<GateResult> AboveLimit(EvidenceVariant? variant)
    {
        if (variant is null)
        {
            yield return new GateResult("S_lo", "missing", "n/a", "above " + Limit, "Nothing was traced, so there is no link to prove.");
            yield break;
        }

        var low = Low(variant);
        if (IsAbove(variant))
        {
            yield return new GateResult("S_lo", "pass", AssessmentContext.Text(low), "above " + Limit, "");
            yield break;
        }

        yield return new GateResult("S_lo", "fail", AssessmentContext.Text(low), "above " + Limit, "Prove the elements that are listed below, or double their sources.");
        if (!ReferenceEquals(variant, context.All))
        {
            yield break;
        }

        var weak = WorkList.Weakest(context, variant);
        foreach (var gate in weak.Take(ListedMax))
        {
            yield return gate;
        }

        if (weak.Count > ListedMax)
        {
            yield return new GateResult("elements", "missing", $"{ListedMax} of {weak.Count} listed", "all proved", $"{weak.Count - ListedMax} more elements hold the link back.");
        }
    }

    /// <summary>CG-1: no element on the link has disbelief above the scheme's limit (definitions H3).</summary>
    public IEnumerable<GateResult> Contradictions(EvidenceVariant? variant)
    {
        var needed = $"d at most {Schemes.Scheme.Hundredths(context.Scheme.ContradictionHundredths)} for every element";
        if (variant is null || context is not { Link: { } link, Calculator: { } calculator })
        {
            yield return new GateResult("CG-1", "pass", "no link", needed, "");
            yield break;
        }

        var limit = new Fraction(context.Scheme.ContradictionHundredths, 100);
        var opinions = calculator.Opinions(variant.Roles);
        var raised = link.ElementsThatMatter().Where(e => opinions[link.KindOf[e]].Disbelief > limit).ToList();
        var worst = link.ElementsThatMatter().Select(e => opinions[link.KindOf[e]].Disbelief).DefaultIfEmpty(Fraction.Zero).Max();
        if (raised.Count == 0)
        {
            yield return new GateResult("CG-1", "pass", "d " + AssessmentContext.Text(worst.ToDouble()), needed, "");
            yield break;
        }

        foreach (var group in raised.GroupBy(e => link.KindOf[e]).Take(ListedMax))
        {
            var names = group.Select(e => link.Elements[e].Name).ToList();
            var items = link.Contradicts[group.Key].Where(i => variant.Roles.Contradicts[i]).Select(i => link.Items[i]).ToList();
            yield return new GateResult("CG-1 " + names[0] + (names.Count > 1 ? $" and {names.Count - 1} more" : ""), "fail", "d " + AssessmentContext.Text(opinions[group.Key].Disbelief.ToDouble()), needed,
                string.Join("; ", items.Select(i => $"resolve what {i.Id} says: fininvest decide contradiction {i.Id} resolved --item ITEM --by WHO --reason WHY")) + ".",
                items.Select(i => i.Partner).FirstOrDefault(p => p.Length > 0) ?? "");
        }
    }

    /// <summary>T4: no single item, and no root source that has a defective item, may be needed to keep S_lo above the limit while its form can still be cured.</summary>
    public IEnumerable<GateResult> Defects(EvidenceVariant? variant)
    {
        const string Needed = "the link stands without each of them";
        if (variant is null || context is not { Link: { } link })
        {
            yield return new GateResult("defects", "missing", "n/a", Needed, "Nothing was traced, so there is no link to prove.");
            yield break;
        }

        var defective = link.ItemsThatMatter().Select(i => link.Items[i]).Where(i => i.Defects.Count > 0 && i.Supports.Count > 0 && !variant.Gone.Contains(i.Id)).ToList();
        var needed = defective.Where(i => IsNeeded(variant, i)).ToList();
        if (needed.Count == 0)
        {
            yield return new GateResult("defects", "pass", defective.Count == 0 ? "no defect" : $"{defective.Count} with a defect, none needed", Needed, "");
            yield break;
        }

        foreach (var item in needed)
        {
            var missing = string.Join(", ", item.Defects);
            yield return new GateResult("defects " + item.Id, "fail", $"missing: {missing}", Needed, $"Cure {item.Id} (missing: {missing})"
                + (item.Partner.Length > 0 ? $": ask {item.Partner}" : "") + ", or prove the same by another root source.", item.Partner);
        }
    }

    /// <summary>Whether S_lo without the item, or without its whole root source, is at or below the limit.</summary>
    private bool IsNeeded(EvidenceVariant variant, ReliedItem item)
    {
        var key = string.Join('\n', variant.Gone.Order(StringComparer.Ordinal).Append("-").Append(item.Id));
        if (!neededWithoutDefect.TryGetValue(key, out var answer))
        {
            answer = !IsAbove(Without(i => i.Id == item.Id)) || !IsAbove(Without(i => i.Group == item.Group));
            neededWithoutDefect.Add(key, answer);
        }

        return answer;

        EvidenceVariant Without(Func<ReliedItem, bool> taken) =>
            EvidenceVariant.Without(context.Link!, context.Calculator!, i => variant.Gone.Contains(i.Id) || taken(i));
    }

    /// <summary>The lower end as it is shown: a sampled one is lowered by its error first.</summary>
    private double Low(EvidenceVariant variant) => variant.Low.Exact is null ? Math.Max(0, variant.Low.Value - context.Scheme.SampleError) : variant.Low.Value;

    private bool IsAbove(EvidenceVariant variant) => variant.Low.Exact is { } exact ? exact > Fraction.FromDecimal(context.Profile.Gates.Support) : Low(variant) > (double)context.Profile.Gates.Support;
}
