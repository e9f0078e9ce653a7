namespace FinInvest.Graph.Present.Charts;

/// <summary>What a chart draws.</summary>
/// <param name="Id">Distinguishes the chart within a page; letters, digits and '-'.</param>
/// <param name="Title">Read out in place of the drawing.</param>
/// <param name="Legend">Lines under the drawing: the rule, "2 of 5 paths shown".</param>
public sealed record PathChartContent(string Id, string Title, IReadOnlyList<ChartBox> Boxes, IReadOnlyList<ChartArrow> Arrows, IReadOnlyList<string> Legend);
