using FinInvest.Graph.Present.Words;

namespace FinInvest.Graph.Present.Charts;

/// <summary>A bar from nothing to the cost with [L, U] on it and a tick for each rule: how much turns on the choice of the rule.</summary>
internal static class BoundsBar
{
    private const int Width = 720;
    private const int Left = 10;
    private const int BarTop = 26;
    private const int BarHeight = 22;
    private const int LetterRow = 28;
    private const int LetterStep = 12;
    private const int LineStep = 15;

    public static string Svg(string id, string name, long cost, BoundsResult bounds, IReadOnlyList<(string Rule, long Traced)> figures, Func<long, string> money)
    {
        if (cost <= 0)
        {
            return "";
        }

        var groups = figures.GroupBy(f => f.Traced).OrderBy(g => g.Key).ToList();
        var height = BarTop + BarHeight + LetterRow + (groups.Count * LineStep) + 6;
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
        Ticks(svg, [.. groups.Select(g => X(g.Key, cost))]);
        for (var i = 0; i < groups.Count; i++)
        {
            svg.Words(Left, BarTop + BarHeight + LetterRow + 10 + (i * LineStep), $"{Letter(i)}   {money(groups[i].Key)}: {string.Join(", ", groups[i].Select(g => g.Rule))}", 11.5);
        }

        svg.Raw("</svg>");
        return svg.ToString();
    }

    /// <summary>A tick for each figure with its letter below; letters keep their distance where figures lie close together.</summary>
    private static void Ticks(SvgText svg, int[] places)
    {
        var letters = places.ToArray();
        for (var i = 1; i < letters.Length; i++)
        {
            letters[i] = Math.Max(letters[i], letters[i - 1] + LetterStep);
        }

        for (var i = letters.Length - 1; i >= 0; i--)
        {
            letters[i] = Math.Min(letters[i], i == letters.Length - 1 ? Width - Left : letters[i + 1] - LetterStep);
        }

        for (var i = 0; i < places.Length; i++)
        {
            svg.Raw($"<path d=\"M{places[i]} {BarTop - 4} V{BarTop + BarHeight + 4} L{letters[i]} {BarTop + BarHeight + 9}\" stroke=\"#111111\" stroke-width=\"1.4\" fill=\"none\"/>");
            svg.Words(letters[i], BarTop + BarHeight + 20, Letter(i), 11.5, "middle", bold: true);
        }
    }

    private static string Letter(int index) => ((char)('a' + (index % 26))).ToString();

    private static int X(long minor, long cost) => Left + (int)Math.Round((double)Math.Clamp(minor, 0, cost) / cost * (Width - (2 * Left)), MidpointRounding.AwayFromZero);
}
