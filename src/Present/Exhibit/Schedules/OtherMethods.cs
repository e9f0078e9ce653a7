using FinInvest.Graph.Present.Words;

namespace FinInvest.Graph.Present.Exhibit.Schedules;

/// <summary>Part of Schedule E: methods that do not conserve claim money, beside the rules and never mixed with them (definitions D1, D5).</summary>
internal static class OtherMethods
{
    public static void Write(HtmlPage page, ExhibitView view)
    {
        if (view.Content.OtherFigures is not { Count: > 0 } figures)
        {
            return;
        }

        page.Heading(3, "Methods that are not conserving", "E-OTHER");
        page.Paragraph("Not conserving: may lie outside [L, U]. These methods are used by some courts and statutes; their figures are given for comparison and support nothing else in this exhibit.");
        page.Table("Figures of methods that are not conserving", "", ["Method", "Of", "Owner", "#Amount", "How it comes about"], figures.Select(f => Row.Of(view.RuleName(f.Rule), Subject(view, f),
            f.Owner.Length > 0 ? view.Names.Owner(f.Owner) : "", f.Minor is { } minor ? Cell.Number(view.Money(minor, f.Currency)) : "n/a", f.Reason)));
        page.Table("What these methods do", "", ["Method", "What it does", "Authorities"], figures.Select(f => f.Rule).Distinct(StringComparer.Ordinal).Select(view.Description).OfType<RuleDescription>()
            .Select(r => Row.Of(r.Name, r.Definition, string.Join("; ", r.Authorities))));
    }

    private static string Subject(ExhibitView view, OtherFigure figure) => figure.Subject == "pool" ? "all accounts of the case" : view.Names.Target(figure.Subject);
}
