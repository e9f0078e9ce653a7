namespace FinInvest.Graph.Assess.Indicators;

/// <summary>EQ-2 Form and custody: yes when no relied item of this link lacks a required form check. What is lacking is named, item by item, with who can cure it.</summary>
internal sealed class EQ2 : IIndicator
{
    public string Code => "EQ-2";
    public string Name => "Form and custody";

    public IndicatorValue Measure(AssessmentContext context)
    {
        var link = context.Link;
        var items = link is null ? [] : link.ItemsThatMatter().Select(i => link.Items[i]).ToList();
        if (items.Count == 0)
        {
            return new IndicatorValue(Code, Name, null, "n/a", "No relied item speaks to this link.", []);
        }

        var lacking = items.Where(i => i.Defects.Count > 0).ToList();
        return lacking.Count == 0
            ? new IndicatorValue(Code, Name, 1, "yes", $"None of the {items.Count} relied items lacks a required form check.", [.. items.Select(i => i.Id)])
            : new IndicatorValue(Code, Name, 0, "no", string.Join("; ", lacking.Select(i => $"{i.Id}{(i.Partner.Length > 0 ? $" ({i.Partner})" : "")}: {string.Join(", ", i.Defects)} missing")) + ".",
                [.. lacking.Select(i => i.Id)]);
    }
}
