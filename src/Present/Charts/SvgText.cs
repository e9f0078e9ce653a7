using System.Globalization;
using System.Text;
using FinInvest.Graph.Present.Words;

namespace FinInvest.Graph.Present.Charts;

/// <summary>SVG being written: numbers without culture, text escaped.</summary>
internal sealed class SvgText
{
    private readonly StringBuilder svg = new();

    public override string ToString() => svg.ToString();

    public void Raw(string markup) => svg.Append(markup).Append('\n');

    public void Rect(double x, double y, double width, double height, string fill, string stroke, string more = "") =>
        Raw($"<rect x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(Math.Max(0, width))}\" height=\"{N(height)}\" fill=\"{fill}\" stroke=\"{stroke}\"{more}/>");

    public void Words(double x, double y, string text, double size, string anchor = "start", bool bold = false) =>
        Raw($"<text x=\"{N(x)}\" y=\"{N(y)}\" font-size=\"{N(size)}\" text-anchor=\"{anchor}\" fill=\"#111111\"{(bold ? " font-weight=\"700\"" : "")}>{Markup.Escape(text)}</text>");

    /// <summary>A coordinate with at most one decimal.</summary>
    public static string N(double value) => Math.Round(value, 1, MidpointRounding.AwayFromZero).ToString("0.#", CultureInfo.InvariantCulture);
}
