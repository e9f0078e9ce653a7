using FinInvest.Graph.Present.Exhibit.Schedules;
using FinInvest.Graph.Present.Words;

namespace FinInvest.Graph.Present.Exhibit;

/// <summary>The exhibit as one self-contained HTML file: no script, nothing fetched, readable on a screen and printable on A4.</summary>
public static class HtmlExhibit
{
    /// <exception cref="ArgumentException">The chosen rule is not among the traces.</exception>
    /// <exception cref="InvalidOperationException">A running ledger does not foot.</exception>
    public static string Render(ExhibitContent content)
    {
        var view = new ExhibitView(content);
        var hash = JsonExhibit.HashOf(view);
        var page = new HtmlPage();
        page.Raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">");
        page.Raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">");
        page.Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        page.Raw($"<title>{Markup.Escape($"Tracing exhibit, case {view.Header.Number}")}</title>");
        page.Raw($"<style>\n{ExhibitStyle.Css}@page {{ @bottom-left {{ content: \"Exhibit {hash[..12]}\"; font: 8pt sans-serif; color: #444444; }} }}\n</style>\n</head>\n<body>\n<main>");
        CoverPage.Write(page, view, hash);
        Findings.Write(page, view);
        MethodNote.Write(page, view);
        ScheduleA.Write(page, view);
        ScheduleB.Write(page, view);
        ScheduleC.Write(page, view);
        ScheduleD.Write(page, view);
        ScheduleE.Write(page, view);
        ScheduleF.Write(page, view);
        page.Raw("</main>\n</body>\n</html>");
        return page.ToString();
    }
}
