using FinInvest.Graph.Present.Words;
using static FinInvest.Graph.Present.Charts.SvgText;

namespace FinInvest.Graph.Present.Charts;

/// <summary>Draws the paths to an asset: boxes, numbered arrows, the composition each arrow carried under the rule, gaps and what is not reconciled.</summary>
public static class PathChart
{
    /// <summary>More boxes than a reader takes in at once; the caller chooses the paths that fit.</summary>
    public const int BoxesMax = 15;

    private const double Margin = 14;
    private const double LineHeight = 15;
    private const double LabelHeight = 47;
    private const double StripHeight = 8;
    private const double LayerGap = 18;
    private const double SideGapMax = 16;
    private const double LegendWidth = 560;
    private const int BoxLettersMax = 31;
    private const string Ink = "#111111";
    private const string ClaimColour = "#9a3d00";
    private const string OtherColour = "#1f5f8b";
    private const string FreeColour = "#d8dde1";

    /// <exception cref="InvalidOperationException">More than <see cref="BoxesMax"/> boxes, or an arrow without its box.</exception>
    public static string Svg(PathChartContent chart)
    {
        if (chart.Boxes.Count > BoxesMax)
        {
            throw new InvalidOperationException($"Chart {chart.Id} has {chart.Boxes.Count} boxes of at most {BoxesMax}.");
        }

        var known = chart.Boxes.Select(b => b.Id).ToHashSet(StringComparer.Ordinal);
        if (chart.Arrows.FirstOrDefault(a => !known.Contains(a.From) || !known.Contains(a.To)) is { } loose)
        {
            throw new InvalidOperationException($"Arrow {loose.Number} of chart {chart.Id} has no box at {loose.From} or {loose.To}.");
        }

        var layout = new ChartLayout(chart);
        (var width, var bottom) = Settle(chart, layout);
        var height = bottom + 74 + (chart.Legend.Count * LineHeight);
        var svg = new SvgText();
        svg.Raw($"<svg class=\"chart\" role=\"img\" aria-labelledby=\"{chart.Id}-t\" viewBox=\"0 0 {N(width)} {N(height)}\" width=\"{N(width)}\" height=\"{N(height)}\" xmlns=\"http://www.w3.org/2000/svg\">");
        svg.Raw($"<title id=\"{chart.Id}-t\">{Markup.Escape(chart.Title)}</title>");
        Definitions(svg, chart.Id);
        for (var i = 0; i < chart.Arrows.Count; i++)
        {
            Line(svg, chart, layout, i);
        }

        foreach (var box in chart.Boxes)
        {
            Box(svg, chart.Id, box, layout.Box(box.Id));
        }

        for (var i = 0; i < chart.Arrows.Count; i++)
        {
            Label(svg, chart.Id, chart.Arrows[i], layout.Chains[i][1]);
        }

        Legend(svg, chart, Math.Max(Margin, (width - LegendWidth) / 2), bottom + 20);
        svg.Raw("</svg>");
        return svg.ToString();
    }

    /// <summary>Gives every layer its height and moves the drawing to the margin; returns width and bottom.</summary>
    private static (double Width, double Bottom) Settle(PathChartContent chart, ChartLayout layout)
    {
        var left = layout.Layers.SelectMany(l => l).Min(n => n.X - (n.Width / 2));
        var right = layout.Layers.SelectMany(l => l).Max(n => n.X + (n.Width / 2));
        var width = Math.Max(right - left, LegendWidth) + (2 * Margin);
        var shift = (width / 2) - ((left + right) / 2);
        var y = Margin;
        for (var i = 0; i < layout.Layers.Count; i++)
        {
            var height = i % 2 == 1 ? LabelHeight : chart.Boxes.Where(b => layout.Box(b.Id).Layer == i).Select(BoxHeight).DefaultIfEmpty(0).Max();
            foreach (var n in layout.Layers[i])
            {
                n.X += shift;
                n.Y = y + (height / 2);
                n.HalfLayer = height / 2;
            }

            y += height + (i == layout.Layers.Count - 1 ? 0 : GapBelow(layout.Layers[i]));
        }

        return (width, y);
    }

    /// <summary>Arrows that run far to the side get more room to bend.</summary>
    private static double GapBelow(IReadOnlyList<ChartNode> layer)
    {
        var shift = layer.SelectMany(n => n.Below.Select(b => Math.Abs(n.X - b.X))).DefaultIfEmpty(0).Max();
        return LayerGap + Math.Min(SideGapMax, shift / 10);
    }

    private static double BoxHeight(ChartBox box) => 14 + (box.Lines.Count * LineHeight) + (box.Gap.Length > 0 ? LineHeight : 0) + (box.Strip is null ? 0 : StripHeight + 6);

    private static void Definitions(SvgText svg, string id)
    {
        svg.Raw("<defs>");
        svg.Raw($"<marker id=\"{id}-a\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"8\" markerHeight=\"8\" orient=\"auto-start-reverse\" markerUnits=\"userSpaceOnUse\"><path d=\"M0 0 L10 5 L0 10 z\" fill=\"{Ink}\"/></marker>");
        svg.Raw($"<pattern id=\"{id}-k\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect width=\"6\" height=\"6\" fill=\"{ClaimColour}\"/><rect width=\"1.6\" height=\"6\" fill=\"#ffffff\"/></pattern>");
        svg.Raw($"<pattern id=\"{id}-o\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\"><rect width=\"6\" height=\"6\" fill=\"{OtherColour}\"/><circle cx=\"3\" cy=\"3\" r=\"1.3\" fill=\"#ffffff\"/></pattern>");
        svg.Raw("</defs>");
    }

    private static void Line(SvgText svg, PathChartContent chart, ChartLayout layout, int index)
    {
        var arrow = chart.Arrows[index];
        var chain = layout.Chains[index];
        var upper = chart.Boxes.First(b => b.Id == (layout.IsReversed[index] ? arrow.To : arrow.From));
        var lower = chart.Boxes.First(b => b.Id == (layout.IsReversed[index] ? arrow.From : arrow.To));
        var points = new List<(double X, double Y)> { (Port(chain[0], chain[0].Below, chain[1]), chain[0].Y + (BoxHeight(upper) / 2)) };
        for (var i = 1; i < chain.Count - 1; i++)
        {
            points.Add((chain[i].X, chain[i].Y - chain[i].HalfLayer));
            points.Add((chain[i].X, chain[i].Y + chain[i].HalfLayer));
        }

        points.Add((Port(chain[^1], chain[^1].Above, chain[^2]), chain[^1].Y - (BoxHeight(lower) / 2)));
        if (layout.IsReversed[index])
        {
            points.Reverse();
        }

        var path = $"M{N(points[0].X)} {N(points[0].Y)}";
        for (var i = 1; i < points.Count; i++)
        {
            var middle = (points[i - 1].Y + points[i].Y) / 2;
            path += $" C{N(points[i - 1].X)} {N(middle)} {N(points[i].X)} {N(middle)} {N(points[i].X)} {N(points[i].Y)}";
        }

        var dash = arrow.IsDashed ? " stroke-dasharray=\"6 4\"" : "";
        svg.Raw($"<path d=\"{path}\" fill=\"none\" stroke=\"{Ink}\" stroke-width=\"{(arrow.IsMoney ? "1.8" : "1")}\"{dash} marker-end=\"url(#{chart.Id}-a)\"/>");
    }

    /// <summary>Where an arrow leaves or meets a box: its turn among its neighbours from left to right.</summary>
    private static double Port(ChartNode box, List<ChartNode> neighbours, ChartNode neighbour)
    {
        var turn = neighbours.OrderBy(n => n.X).ToList().IndexOf(neighbour);
        return box.X + (ChartLayout.BoxWidth * 0.7 * (((turn + 1.0) / (neighbours.Count + 1)) - 0.5));
    }

    private static void Box(SvgText svg, string id, ChartBox box, ChartNode at)
    {
        var height = BoxHeight(box);
        (var x, var y) = (at.X - (ChartLayout.BoxWidth / 2), at.Y - (height / 2));
        var dash = box.IsUnreconciled ? " stroke-dasharray=\"6 4\"" : "";
        svg.Raw($"<g><title>{Markup.Escape(string.Join("; ", box.Lines))}</title>");
        switch (box.Kind)
        {
            case ChartBoxKind.Asset:
                svg.Rect(x, y, ChartLayout.BoxWidth, height, "#ffffff", Ink, " stroke-width=\"1.5\"");
                svg.Rect(x + 3, y + 3, ChartLayout.BoxWidth - 6, height - 6, "#f2f5f8", Ink);
                break;
            case ChartBoxKind.Outside:
                svg.Rect(x, y, ChartLayout.BoxWidth, height, "#ffffff", Ink, " stroke-dasharray=\"2 3\" rx=\"14\"");
                break;
            case ChartBoxKind.Party:
                svg.Rect(x, y, ChartLayout.BoxWidth, height, "#f7f7f0", Ink, " rx=\"22\"");
                break;
            default:
                svg.Rect(x, y, ChartLayout.BoxWidth, height, "#ffffff", Ink, " stroke-width=\"1.5\"" + dash);
                break;
        }

        for (var i = 0; i < box.Lines.Count; i++)
        {
            svg.Words(at.X, y + 19 + (i * LineHeight), Short(box.Lines[i]), i == 0 ? 13 : 11.5, "middle", i == 0);
        }

        var below = y + 19 + (box.Lines.Count * LineHeight);
        if (box.Gap.Length > 0)
        {
            GapSymbol(svg, x + 12, below - 5);
            svg.Words(x + 26, below, Short(box.Gap), 11, "start", true);
            below += LineHeight;
        }

        if (box.Strip is { } strip)
        {
            Strip(svg, id, x + 12, below - 6, ChartLayout.BoxWidth - 24, strip);
        }

        svg.Raw("</g>");
    }

    private static void Label(SvgText svg, string id, ChartArrow arrow, ChartNode at)
    {
        (var x, var y) = (at.X - (ChartLayout.LabelWidth / 2), at.Y - (LabelHeight / 2));
        svg.Rect(x, y, ChartLayout.LabelWidth, LabelHeight, "#ffffff", "#9aa5ae", " rx=\"4\"");
        svg.Raw($"<circle cx=\"{N(x + 16)}\" cy=\"{N(y + 16)}\" r=\"11\" fill=\"{Ink}\"/>");
        svg.Raw($"<text x=\"{N(x + 16)}\" y=\"{N(y + 20)}\" font-size=\"11.5\" font-weight=\"700\" text-anchor=\"middle\" fill=\"#ffffff\">{Wording.Number(arrow.Number)}</text>");
        for (var i = 0; i < Math.Min(2, arrow.Lines.Count); i++)
        {
            svg.Words(x + 33, y + 14 + (i * 14), Short(arrow.Lines[i]), 11.5, "start", i == 1);
        }

        if (arrow.Strip is { } strip)
        {
            Strip(svg, id, x + 6, y + LabelHeight - StripHeight - 5, ChartLayout.LabelWidth - 12, strip);
        }
    }

    private static void Strip(SvgText svg, string id, double x, double y, double width, ClassStrip strip)
    {
        if (strip.Total <= 0)
        {
            return;
        }

        var claim = width * (double)strip.Claim / (double)strip.Total;
        var other = width * (double)strip.Other / (double)strip.Total;
        svg.Rect(x, y, width, StripHeight, FreeColour, "none");
        svg.Rect(x, y, claim, StripHeight, $"url(#{id}-k)", "none");
        svg.Rect(x + claim, y, other, StripHeight, $"url(#{id}-o)", "none");
        svg.Rect(x, y, width, StripHeight, "none", Ink, " stroke-width=\"0.8\"");
    }

    private static void GapSymbol(SvgText svg, double x, double y) =>
        svg.Raw($"<path d=\"M{N(x)} {N(y + 5)} l4 -10 M{N(x + 5)} {N(y + 5)} l4 -10\" stroke=\"{Ink}\" stroke-width=\"2\" fill=\"none\"/>");

    private static void Legend(SvgText svg, PathChartContent chart, double x, double y)
    {
        svg.Raw($"<line x1=\"{N(x)}\" y1=\"{N(y - 8)}\" x2=\"{N(x + LegendWidth)}\" y2=\"{N(y - 8)}\" stroke=\"#9aa5ae\"/>");
        (string Fill, string Text, double At)[] keys = [($"url(#{chart.Id}-k)", "tainted (claim)", 0), ($"url(#{chart.Id}-o)", "other claimants", 150), (FreeColour, "own and other free money", 300)];
        foreach (var key in keys)
        {
            svg.Rect(x + key.At, y, 22, 10, key.Fill, Ink, " stroke-width=\"0.8\"");
            svg.Words(x + key.At + 28, y + 9.5, key.Text, 11.5);
        }

        svg.Raw($"<line x1=\"{N(x)}\" y1=\"{N(y + 24)}\" x2=\"{N(x + 24)}\" y2=\"{N(y + 24)}\" stroke=\"{Ink}\" stroke-width=\"1.8\" stroke-dasharray=\"6 4\"/>");
        svg.Words(x + 30, y + 28, "inferred or not reconciled", 11.5);
        GapSymbol(svg, x + 222, y + 24);
        svg.Words(x + 238, y + 28, "gap in the records", 11.5);
        svg.Raw($"<line x1=\"{N(x + 372)}\" y1=\"{N(y + 24)}\" x2=\"{N(x + 396)}\" y2=\"{N(y + 24)}\" stroke=\"{Ink}\" stroke-width=\"1\"/>");
        svg.Words(x + 402, y + 28, "holder, interest, control", 11.5);
        for (var i = 0; i < chart.Legend.Count; i++)
        {
            svg.Words(x, y + 48 + (i * LineHeight), chart.Legend[i], 11.5);
        }
    }

    private static string Short(string text) => text.Length <= BoxLettersMax ? text : text[..(BoxLettersMax - 1)] + "…";
}
