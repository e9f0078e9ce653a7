using System.Text;
using FinInvest.Graph.Present.Words;

namespace FinInvest.Graph.Present.Exhibit;

/// <summary>The HTML being written. Everything that comes in as text goes out escaped; raw markup only comes from this project.</summary>
internal sealed class HtmlPage
{
    private readonly StringBuilder html = new();

    public override string ToString() => html.ToString();

    /// <summary>A link to a place of the exhibit; "" stays "".</summary>
    public static string Link(string anchor) => anchor.Length == 0 ? "" : $"<a href=\"#{anchor}\">{anchor}</a>";

    public void Raw(string markup) => html.Append(markup).Append('\n');

    public void Heading(int level, string text, string anchor = "") =>
        Raw(anchor.Length > 0 ? $"<h{level} id=\"{anchor}\">{Markup.Foreign(text)}</h{level}>" : $"<h{level}>{Markup.Foreign(text)}</h{level}>");

    public void Paragraph(string text, string style = "") => Raw($"<p{Class(style)}>{Markup.Foreign(text)}</p>");

    public void Paragraph(IEnumerable<Sentence> sentences) => Raw($"<p class=\"story\">{string.Join(" ", sentences.Select(Html))}</p>");

    public void List(IEnumerable<string> lines)
    {
        Raw("<ul>");
        foreach (var line in lines)
        {
            Raw($"<li>{Markup.Foreign(line)}</li>");
        }

        Raw("</ul>");
    }

    /// <summary>A table with caption and scopes; the first column heads its row.</summary>
    /// <param name="columns">Heads; one that begins with '#' is a column of figures, with '^' a column of marks.</param>
    public void Table(string caption, string style, IReadOnlyList<string> columns, IEnumerable<Row> rows)
    {
        Raw($"<table{Class(style)}>");
        Raw($"<caption>{Markup.Foreign(caption)}</caption>");
        html.Append("<thead><tr>");
        foreach (var c in columns)
        {
            html.Append(c.StartsWith('#') ? $"<th scope=\"col\" class=\"n\">{Markup.Foreign(c[1..])}</th>" : c.StartsWith('^') ? $"<th scope=\"col\" class=\"mark\">{Markup.Foreign(c[1..])}</th>" : $"<th scope=\"col\">{Markup.Foreign(c)}</th>");
        }

        Raw("</tr></thead>\n<tbody>");
        foreach (var row in rows)
        {
            html.Append($"<tr{Class(row.Style)}>");
            for (var i = 0; i < row.Cells.Count; i++)
            {
                var cell = row.Cells[i];
                html.Append(i == 0 ? $"<th scope=\"row\"{Class(cell.Class)}>{cell.Html}</th>" : $"<td{Class(cell.Class)}>{cell.Html}</td>");
            }

            Raw("</tr>");
        }

        Raw("</tbody></table>");
    }

    private static string Html(Sentence sentence) => string.Concat(sentence.Parts.Select(p => p.Cite.Length > 0
        ? $"{(IsFigure(p.Text) ? $"<span class=\"fig\">{Markup.Foreign(p.Text)}</span>" : Markup.Foreign(p.Text))} <span class=\"cite\">[{Link(p.Cite)}]</span>" : Markup.Foreign(p.Text)));

    private static bool IsFigure(string text) => text.Length > 0 && (char.IsAsciiDigit(text[0]) || text[0] is '.' or '-');

    private static string Class(string style) => style.Length > 0 ? $" class=\"{style}\"" : "";
}
