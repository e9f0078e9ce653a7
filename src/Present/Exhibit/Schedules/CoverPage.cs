using FinInvest.Graph.Present.Words;

namespace FinInvest.Graph.Present.Exhibit.Schedules;

/// <summary>The cover: what was asked, by whom, as of when, by which rule, on which documents; and the answer in one table.</summary>
internal static class CoverPage
{
    public static void Write(HtmlPage page, ExhibitView view, string contentHash)
    {
        var header = view.Header;
        page.Raw("<header class=\"cover\">");
        page.Raw("<p class=\"kind\">Tracing exhibit</p>");
        page.Heading(1, header.Number.Length > 0 ? $"Case {header.Number}" : "Case without a number");
        if (header.Question.Length > 0)
        {
            page.Raw($"<p class=\"question\"><span class=\"label\">Question</span> {Markup.Foreign(header.Question)}</p>");
        }

        page.Raw("<dl>");
        Pair(page, "Prepared by", header.Preparer);
        Pair(page, "As of (data cut-off)", header.AsOf.ToString());
        Pair(page, "Prepared for use in", header.Purpose);
        Pair(page, "Case version", $"{view.Content.Version} ({Wording.Count(view.Content.Version.Loads, "load")}, {Wording.Count(view.Content.Version.Decisions, "decision")})");
        Pair(page, "Rule of tracing", $"{view.RuleName(view.Chosen.Rule)} ({(view.Chosen.Conserving ? "conserving" : "not conserving")}), for every asset of this exhibit");
        Pair(page, "Order mode", view.Content.OrderMode);
        Pair(page, "Legal profile", view.Assessments.Count > 0 ? view.Assessments[0].Profile : header.Profile);
        Pair(page, "Program", view.Content.Program);
        Pair(page, "SHA-256 of this content", contentHash);
        page.Raw("</dl>\n</header>");
        SignOffs(page, view);
        Answer(page, view);
        Contents(page);
        Documents(page, view);
    }

    private static void Pair(HtmlPage page, string term, string text)
    {
        var isHash = term.StartsWith("SHA", StringComparison.Ordinal);
        page.Raw($"<div><dt>{term}</dt><dd{(isHash ? " class=\"id\"" : "")}>{(isHash ? Markup.Escape(text) : Markup.Foreign(text.Length > 0 ? text : "not stated"))}</dd></div>");
    }

    /// <summary>A signature stands for the print whose hash it names; every later print says so.</summary>
    private static void SignOffs(HtmlPage page, ExhibitView view)
    {
        var sentences = view.SignOffs.Select(s => s.Sentence).ToList();
        if (sentences.Count > 0)
        {
            page.Heading(2, "Sign-offs of earlier prints");
            page.List(sentences);
        }
    }

    private static void Answer(HtmlPage page, ExhibitView view)
    {
        page.Heading(2, "The answer in brief");
        page.Table("Each asset under the chosen rule. Four figures stand side by side and are never blended into one", "answer",
            ["Asset", "#Cost", "#Reach: traced under the rule", "#Floor: at least, under every conserving rule of Schedule E", "#Support", "Highest tier passed"],
            view.Targets.Select(t => Line(view, t)));
        page.Paragraph("Reach is the traced amount and its part of the cost. Floor holds whatever conserving rule is used and whatever the order of rows within a day. Support is an index of proof from 0 to 1, "
            + "from its lower to its upper end, rounded outward to steps of .05; it is not a probability of guilt. A tier is a set of gates; Schedule F lists what each still lacks.", "note");
    }

    private static Row Line(ExhibitView view, TargetTrace t)
    {
        var a = view.AssessmentOf(t.Target);
        var hasBounds = view.Bounds.TryGetValue(t.Target, out var b);
        var name = new Cell($"<a href=\"#finding-{view.Cite("E", t.Target)}\">{Markup.Foreign(view.Names.Target(t.Target))}</a>");
        return Row.Of(name, Cell.Number(view.Money(t.Cost, t.Currency)), Cell.Number($"{view.Money(t.Traced, t.Currency)} ({t.Reach})"),
            Cell.Number(hasBounds ? $"{view.Money(b!.Floor, t.Currency)} ({new Ratio(b.Floor, t.Cost)})" : "not computed"),
            Cell.Number(a is null ? "not assessed" : Wording.Support(a.Support.Low, a.Support.High)), a?.HighestTier ?? "not assessed");
    }

    private static void Contents(HtmlPage page) => page.Raw("""
        <nav aria-label="Contents"><h2>Contents</h2>
        <ol class="contents">
        <li><a href="#findings">Findings and charts</a></li>
        <li><a href="#method">Method note</a></li>
        <li><a href="#A">Schedule A: coverage and reconciliation</a></li>
        <li><a href="#B">Schedule B: credits named as proceeds</a></li>
        <li><a href="#C">Schedule C: running ledgers</a></li>
        <li><a href="#D">Schedule D: assets and their cost</a></li>
        <li><a href="#E">Schedule E: all rules beside each other, and the bounds</a></li>
        <li><a href="#F">Schedule F: evidence</a></li>
        </ol></nav>
        """);

    private static void Documents(HtmlPage page, ExhibitView view)
    {
        page.Heading(2, "Source documents");
        var grades = view.Facts.All<DocumentGrade>().ToList();
        page.Table("Every document this exhibit rests on, by the SHA-256 of its bytes", "documents", ["Mark", "Name", "SHA-256", "#Bytes", "Handed over by", "Grade", $"Use in {view.Header.Purpose}"],
            view.Documents.Select(d =>
            {
                var its = grades.Where(g => Withholding.Names(g.Document, d)).ToList();
                var partner = string.Join(", ", its.Select(g => g.Partner).Prepend(d.Partner).Where(p => p.Length > 0).Distinct(StringComparer.Ordinal));
                var grade = string.Join(", ", its.Select(g => g.Grade).Where(g => g.Length > 0).Distinct(StringComparer.Ordinal));
                var use = its.Count == 0 ? "not recorded" : its.Any(g => view.Withheld.Permits(g.Permissions ?? [], g.PermissionExpires)) ? "permitted" : "not permitted on record";
                return Row.Of(Cell.Code(view.Rows.Document(d.Hash)), Cell.Text(d.Name), Cell.Code(d.Hash.Hex), Cell.Number(Wording.Number(d.Bytes)), partner.Length > 0 ? partner : "not said",
                    grade.Length > 0 ? grade : "ungraded", use);
            }));
    }
}
