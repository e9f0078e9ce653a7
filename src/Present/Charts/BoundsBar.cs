using System.Globalization;
using FinInvest.Graph.Present.Words;

namespace FinInvest.Graph.Present.Charts;

/// <summary>A bar from nothing to the cost with [L, U] on it and a tick for each rule: how much turns on the choice of the rule.</summary>
internal static class BoundsBar
{
    private const int Width = 720;
    private const int Left = 10;
    private const int BarTop = 26;
    private const int BarHeight = 22;
    private const int TickStep = 15;

    public static string Svg(string id, string name, long cost, BoundsResult bounds, IReadOnlyList<(string Rule, long Traced)> figures, Func<long, string> money)
    {
        if (cost <= 0)
        {
            return "";
        }

        var groups = figures.GroupBy(f => f.Traced).OrderBy(g => X(g.Key, cost) > Width / 2 ? g.Key : -g.Key).ThenBy(g => g.Key).ToList();
        var height = BarTop + BarHeight + 10 + (groups.Count * TickStep) + 6;
        var svg = new SvgText();
        svg.Raw($"<svg class=\"bar\" role=\"img\" aria-labelledby=\"{id}-t\" viewBox=\"0 0 {Width} {height}\" width=\"{Width}\" height=\"{height}\" xmlns=\"http://www.w3.org/2000/svg\">");
        svg.Raw($"<title id=\"{id}-t\">{Markup.Escape($"{name}: at least {money(bounds.Lower)}, at most {money(bounds.UpperRecorded)} of {money(cost)}")}</title>");
        svg.Raw($"<defs><pattern id=\"{id}-h\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect width=\"6\" height=\"6\" fill=\"#f3d9c6\"/><rect width=\"2\" height=\"6\" fill=\"#9a3d00\"/></pattern></defs>");
        svg.Rect(Left, BarTop, Width - (2 * Left), BarHeight, "#ffffff", "#333333");
        (var low, var high) = (X(bounds.Lower, cost), X(bounds.UpperRecorded, cost));
        svg.Rect(Left, BarTop, low - Left, BarHeight, "#9a3d00", "none");
        svg.Rect(low, BarTop, high - low, BarHeight, $"url(#{id}-h)", "none");
        svg.Rect(Left, BarTop, Width - (2 * Left), BarHeight, "none", "#333333");
        svg.Words(Left, 14, $"solid: at least L = {money(bounds.Lower)}", 12);
        svg.Words(Width - Left, 14, $"hatched: up to U = {money(bounds.UpperRecorded)}; whole bar: cost {money(cost)}", 12, "end");
        for (var i = 0; i < groups.Count; i++)
        {
            var x = X(groups[i].Key, cost);
            var y = BarTop + BarHeight + 16 + (i * TickStep);
            svg.Raw($"<line x1=\"{x}\" y1=\"{BarTop - 4}\" x2=\"{x}\" y2=\"{y - 4}\" stroke=\"#111111\" stroke-width=\"1.2\"/>");
            var isRight = x > Width / 2;
            svg.Words(isRight ? x - 5 : x + 5, y, $"{string.Join(", ", groups[i].Select(g => g.Rule))}: {money(groups[i].Key)}", 11.5, isRight ? "end" : "start", halo: true);
        }

        svg.Raw("</svg>");
        return svg.ToString();
    }

    private static int X(long minor, long cost) => Left + (int)Math.Round((double)Math.Clamp(minor, 0, cost) / cost * (Width - (2 * Left)), MidpointRounding.AwayFromZero);
}
