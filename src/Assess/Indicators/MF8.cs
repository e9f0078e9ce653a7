using System.Globalization;
using FinInvest.Graph.Assess.Support;

namespace FinInvest.Graph.Assess.Indicators;

/// <summary>MF-8 Robustness: the smallest number of root sources whose loss cuts the link while everything else holds; beside it, of items (definitions H8).</summary>
internal sealed class MF8 : IIndicator
{
    public string Code => "MF-8";
    public string Name => "Robustness";

    public IndicatorValue Measure(AssessmentContext context)
    {
        if (context.Link is not { } link)
        {
            return new IndicatorValue(Code, Name, null, "n/a", "Nothing was traced under this rule.", []);
        }

        var robustness = new Robustness(link);
        var groups = robustness.SmallestSet(link.Groups.Length, (item, group) => link.GroupOf[item] == group);
        var items = robustness.SmallestSet(link.Items.Count, (item, lost) => item == lost);
        var reason = groups.Size == 0 ? "The link is already cut: an element has no relied item." : $"Lose {Names(groups, link.Groups)} and the link falls; "
            + $"by items: {Names(items, [.. link.Items.Select(i => i.Id)])}.";
        return new IndicatorValue(Code, Name, groups.Size, $"{Text(groups.Size, "root source")}, {Text(items.Size, "item")}", reason, [.. groups.Members.Select(g => link.Groups[g])]);
    }

    private static string Text(int size, string what) =>
        (size > Robustness.LargestSet ? "at least " : "") + size.ToString(CultureInfo.InvariantCulture) + " " + what + (size == 1 ? "" : "s");

    private static string Names((int Size, IReadOnlyList<int> Members) set, IReadOnlyList<string> names) =>
        set.Size > Robustness.LargestSet ? $"more than any {Robustness.LargestSet}" : string.Join(" and ", set.Members.Select(m => names[m]));
}
