using FinInvest.Graph.Present.Words;

namespace FinInvest.Graph.Present.Exhibit;

/// <summary>One cell of a table: safe HTML and its class ("n" = figure, right-aligned).</summary>
internal readonly record struct Cell(string Html, string Class = "")
{
    public static Cell Empty => new("");
    public static Cell Text(string text) => new(Markup.Foreign(text));

    /// <summary>An id or code that may break anywhere.</summary>
    public static Cell Code(string text) => new(Markup.Foreign(text), "id");
    public static Cell Day(Day day) => new(day.ToString(), "ref");
    public static Cell Number(string text) => new(Markup.Escape(text), "n");

    /// <summary>A place of the exhibit others link to.</summary>
    public static Cell Anchor(string anchor) => new($"<span id=\"{anchor}\">{anchor}</span>", "ref");
    public static Cell Link(string anchor) => new(HtmlPage.Link(anchor), "ref");
    public static Cell Links(IEnumerable<string> anchors) => new(string.Join(", ", anchors.Select(HtmlPage.Link)), "ref");

    public static implicit operator Cell(string text) => Text(text);
}
