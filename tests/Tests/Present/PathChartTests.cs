using System.Globalization;
using System.Xml.Linq;
using FinInvest.Graph.Present.Charts;
using Xunit;

namespace FinInvest.Graph.Tests.Present;

/// <summary>A chart that people can read: at most fifteen boxes, nothing over anything, every arrow with its number.</summary>
public class PathChartTests
{
    [Fact]
    public void Boxes_and_labels_never_lie_over_each_other()
    {
        var svg = XDocument.Parse(PathChart.Svg(WorkedChart.Branching()));
        var rects = svg.Descendants().Where(e => e.Name.LocalName == "rect" && Number(e, "height") > 30 && e.Parent!.Name.LocalName != "pattern")
            .Select(e => (X: Number(e, "x"), Y: Number(e, "y"), W: Number(e, "width"), H: Number(e, "height"))).ToList();
        var boxes = rects.Where(r => !rects.Any(o => o != r && o.X < r.X && o.Y < r.Y && o.X + o.W > r.X + r.W && o.Y + o.H > r.Y + r.H)).ToList();
        Assert.Equal(9 + 12, boxes.Count);
        for (var i = 0; i < boxes.Count; i++)
        {
            for (var j = i + 1; j < boxes.Count; j++)
            {
                (var a, var b) = (boxes[i], boxes[j]);
                Assert.False(a.X < b.X + b.W && b.X < a.X + a.W && a.Y < b.Y + b.H && b.Y < a.Y + a.H, $"{a} lies over {b}");
            }
        }
    }

    [Fact]
    public void Everything_stands_inside_the_drawing()
    {
        var svg = XDocument.Parse(PathChart.Svg(WorkedChart.Branching())).Root!;
        (var width, var height) = (Number(svg, "width"), Number(svg, "height"));
        Assert.All(svg.Elements().Where(e => e.Name.LocalName is "rect" or "text"), e => Assert.True(Number(e, "x") >= 0 && Number(e, "x") <= width && Number(e, "y") <= height));
    }

    [Fact]
    public void Dashes_gaps_and_patterns_are_drawn_and_named()
    {
        var svg = PathChart.Svg(WorkedChart.Branching());
        Assert.Contains("stroke-dasharray=\"6 4\" marker-end", svg, StringComparison.Ordinal);
        Assert.Contains("gap 2024-02-01", svg, StringComparison.Ordinal);
        Assert.Contains("gap in the records", svg, StringComparison.Ordinal);
        Assert.Contains("url(#t-k)", svg, StringComparison.Ordinal);
        Assert.Contains("2 of 5 paths shown", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chart_with_a_cycle_is_drawn_with_one_arrow_upwards()
    {
        var chart = new PathChartContent("t", "cycle", [WorkedChart.Account("A"), WorkedChart.Account("B"), WorkedChart.Account("C")],
            [WorkedChart.Money("A", "B", 1), WorkedChart.Money("B", "C", 2), WorkedChart.Money("C", "A", 3)], []);
        Assert.Equal(3, XDocument.Parse(PathChart.Svg(chart)).Descendants().Count(e => e.Attribute("marker-end") is not null));
    }

    [Fact]
    public void More_than_fifteen_boxes_are_refused()
    {
        var boxes = Enumerable.Range(0, 16).Select(i => WorkedChart.Account("A" + i.ToString(CultureInfo.InvariantCulture))).ToList();
        Assert.Throws<InvalidOperationException>(() => PathChart.Svg(new PathChartContent("t", "", boxes, [], [])));
    }

    [Fact]
    public void A_chain_of_fifteen_boxes_is_drawn()
    {
        var boxes = Enumerable.Range(0, 15).Select(i => WorkedChart.Account("A" + i.ToString(CultureInfo.InvariantCulture))).ToList();
        var arrows = Enumerable.Range(1, 14).Select(i => WorkedChart.Money(boxes[i - 1].Id, boxes[i].Id, i)).ToList();
        Assert.Equal(PathChart.Svg(new PathChartContent("t", "", boxes, arrows, [])), PathChart.Svg(new PathChartContent("t", "", boxes, arrows, [])));
    }

    private static double Number(XElement element, string name) => double.Parse(element.Attribute(name)?.Value ?? "0", CultureInfo.InvariantCulture);
}
