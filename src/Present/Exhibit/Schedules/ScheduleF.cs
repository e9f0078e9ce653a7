using FinInvest.Graph.Present.Words;

namespace FinInvest.Graph.Present.Exhibit.Schedules;

/// <summary>Schedule F: the evidence: weights, elements by items, what falls when something is taken away, and what each tier lacks.</summary>
internal static class ScheduleF
{
    /// <summary>Items that fit as columns on a page; more are listed by name in the element's row.</summary>
    private const int ColumnsMax = 10;

    /// <summary>A longer exact fraction stands in the JSON form only.</summary>
    private const int ExactLettersMax = 24;

    public static void Write(HtmlPage page, ExhibitView view)
    {
        page.Raw("<section id=\"F\" class=\"part wide\">");
        page.Heading(2, "Schedule F: evidence");
        page.Paragraph("An element holds when some relied item for it holds and no unresolved contradiction does. Belief + disbelief + uncertainty = 1. Several items that rest on one root source share its fate. "
            + "Items that may not be used for this purpose are not part of this exhibit.");
        var common = view.Assessments.Count > 0 && view.Assessments.All(a => a.Weights.SequenceEqual(view.Assessments[0].Weights));
        if (common)
        {
            Weights(page, view, view.Assessments[0], "Items and their weights, the same for every asset");
        }

        foreach (var target in view.Targets)
        {
            if (view.AssessmentOf(target.Target) is { } assessment)
            {
                Target(page, view, target, assessment, common);
            }
        }

        WorkList(page, view);
        page.Raw("</section>");
    }

    private static void Target(HtmlPage page, ExhibitView view, TargetTrace target, Assessment a, bool commonWeights)
    {
        var anchor = view.Cite("F", target.Target);
        page.Heading(3, $"{anchor}  {view.Names.Target(target.Target)}", anchor);
        var s = a.Support;
        var exact = s.LowExact.Length is > 0 and <= ExactLettersMax ? $" (exact lower end {s.LowExact})" : "";
        page.Paragraph(s.Low is null ? $"Support is not applicable: nothing was traced under {view.RuleName(a.Rule)}. Profile {a.Profile}, scheme {a.Scheme}."
            : $"Support {Wording.Support(s.Low, s.High)}{exact}: the index that at least {Wording.Percent(s.Theta)} of the traced {view.Money(s.Traced, target.Currency)} stays proved; "
            + $"{Wording.Count(s.Variables, "variable")}; bottleneck {Wording.Weight(s.Beta)}. Rated under {view.RuleName(a.Rule)}, profile {a.Profile}, scheme {a.Scheme}.");
        Matrix(page, a, target);
        if (!commonWeights)
        {
            Weights(page, view, a, "Items and their weights");
        }

        Without(page, a);
        Tiers(page, a);
        Indicators(page, a);
        if (a.Refused.Count > 0)
        {
            page.Heading(4, "Not computed");
            page.List(a.Refused);
        }
    }

    private static void Matrix(HtmlPage page, Assessment a, TargetTrace target)
    {
        if (a.Elements.Count == 0)
        {
            return;
        }

        var items = a.Elements.SelectMany(e => e.Supporting.Concat(e.Contradicting)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var asColumns = items.Count is > 0 and <= ColumnsMax;
        string[] columns = ["Element", "#Belief", "#Disbelief", "#Uncertain", "Proof", .. asColumns ? items.Select(i => "^" + i) : ["Supported by", "Contradicted by"]];
        page.Table($"Evidence matrix of {target.Target}: elements of the link by items (S = supports, X = contradicts)", "matrix", columns, a.Elements.Select(e =>
        {
            Cell[] marks = asColumns
                ? [.. items.Select(i => new Cell(e.Supporting.Contains(i) ? "S" : e.Contradicting.Contains(i) ? "X" : "", e.Contradicting.Contains(i) ? "mark no" : "mark"))]
                : [Cell.Text(string.Join(", ", e.Supporting)), Cell.Text(string.Join(", ", e.Contradicting))];
            return Row.Of([Cell.Code(e.Element), Cell.Number(Wording.Weight(e.Belief)), Cell.Number(Wording.Weight(e.Disbelief)), Cell.Number(Wording.Weight(e.Uncertain)), e.ProofTier, .. marks]);
        }));
    }

    private static void Weights(HtmlPage page, ExhibitView view, Assessment a, string caption) =>
        page.Table(caption, "", ["Item", "What it is", "Root source", "Partner", "Grade", "#r", "#c", "Relied on", "Form", "Use"], a.Weights.Select(w => Row.Of(Cell.Code(w.Item),
            view.Describe(w.Item), view.Names.Root(w.RootSource), w.Partner,
            w.Grade.Length > 0 ? w.Grade : "ungraded", Cell.Number(Wording.Weight(w.Reliability)), Cell.Number(Wording.Weight(w.Credibility)),
            w.Relied ? "yes" : w.Why.Length > 0 ? $"no: {w.Why}" : "no", w.Form, w.Use)));

    private static void Without(HtmlPage page, Assessment a)
    {
        if (a.Without.Count > 0)
        {
            page.Table("What remains when one thing is taken away, largest drop first", "", ["Without", "Which", "#Support, lower end", "#Drop", "Highest tier", "It alone proves"],
                a.Without.OrderByDescending(w => w.Drop ?? -1).ThenBy(w => w.Kind, StringComparer.Ordinal).ThenBy(w => w.What, StringComparer.Ordinal).Select(w => Row.Of(w.Kind, Cell.Code(w.What),
                    Cell.Number(Wording.Weight(w.SupportLow)), Cell.Number(Wording.Weight(w.Drop)), w.Tier, Cell.Code(string.Join(", ", w.OnlyProof)))));
        }
    }

    private static void Tiers(HtmlPage page, Assessment a)
    {
        var rows = from t in a.Tiers
                   from g in t.Gates
                   let cells = new Cell[] { t.Tier, t.State, g.Gate, g.State, g.Measured, g.Needed, g.Missing, g.Partner }
                   select g.State == "pass" ? Row.Of(cells) : Row.NotRelied(cells);
        page.Table($"Tiers and their gates; highest passed: {a.HighestTier}", "", ["Tier", "Tier is", "Gate", "Gate is", "Measured", "Needed", "What is missing", "Ask"], rows);
    }

    private static void Indicators(HtmlPage page, Assessment a) =>
        page.Table("Indicators", "", ["Code", "Name", "#Value", "Why", "Rests on"], a.Indicators.Select(i => Row.Of(i.Code, i.Name, Cell.Number(i.Text), i.Reason, Cell.Code(string.Join(", ", i.Rests)))));

    /// <summary>Everything that is missing, once, by the partner who can give it.</summary>
    private static void WorkList(HtmlPage page, ExhibitView view)
    {
        var open = from a in view.Assessments
                   from t in a.Tiers
                   from g in t.Gates
                   where g.State != "pass" && g.Missing.Length > 0 && !a.Tiers.Any(x => x.Tier == g.Gate)
                   group (a.Target, t.Tier, g.Gate) by (g.Partner, g.Missing);
        var rows = open.OrderBy(o => o.Key.Partner.Length == 0).ThenBy(o => o.Key.Partner, StringComparer.Ordinal).ThenBy(o => o.Key.Missing, StringComparer.Ordinal)
            .Select(o => Row.Of(new Cell(Markup.Escape(o.Key.Partner.Length > 0 ? o.Key.Partner : "own work"), "ref"), o.Key.Missing, Joined(o.Select(x => x.Gate)), Joined(o.Select(x => x.Tier)), Joined(o.Select(x => view.Names.Target(x.Target))))).ToList();
        if (rows.Count > 0)
        {
            page.Heading(3, "Work list", "F-work");
            page.Table("What is missing, by the partner who can give it", "", ["Ask", "What", "Gates", "Tiers", "Assets"], rows);
        }
    }

    private static string Joined(IEnumerable<string> words) => string.Join(", ", words.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
}
