using FinInvest.Graph.Assess.Support;

namespace FinInvest.Graph.Assess.Tiers;

/// <summary>What holds a link back, element by element: the row, why it is weak, and the partner to ask.</summary>
internal static class WorkList
{
    /// <summary>Elements whose belief alone keeps S_lo at or below the limit, unproved ones first, then in the order of the hops.</summary>
    public static IReadOnlyList<GateResult> Weakest(AssessmentContext context, EvidenceVariant variant)
    {
        var link = context.Link!;
        var opinions = context.Calculator!.Opinions(variant.Roles);
        var limit = Fraction.FromDecimal(context.Profile.Gates.Support);
        var elements = link.ElementsThatMatter();
        var weak = elements.Where(e => opinions[link.KindOf[e]].Belief <= limit).ToList();
        if (weak.Count == 0)
        {
            // No element is weak alone: the chain is. Its least proved elements are the ones to double.
            var least = elements.Select(e => opinions[link.KindOf[e]].Belief).Min();
            weak = [.. elements.Where(e => opinions[link.KindOf[e]].Belief == least)];
        }

        return [.. weak.OrderBy(e => opinions[link.KindOf[e]].Belief).Select(e => Line(context, link, e, opinions[link.KindOf[e]].Belief))];
    }

    private static GateResult Line(AssessmentContext context, LinkModel link, int element, Fraction belief)
    {
        var (name, kind) = (link.Elements[element].Name, link.KindOf[element]);
        var items = link.Supports[kind].Select(i => link.Items[i]).ToList();
        var row = link.Elements[element].Movement is >= 0 and var movement ? $" (row {RowNames.Of(context.Ledger, movement)})" : "";
        var partner = items.Select(i => i.Partner).FirstOrDefault(p => p.Length > 0) ?? Partner(context, link.Elements[element].Movement);
        var text = items.Count == 0
            ? $"{name}{row} has no relied item: obtain one{(partner.Length > 0 ? $" from {partner}" : "")}, or grade the document that shows it."
            : $"{name}{row} rests on {string.Join(", ", items.Select(i => i.Id))}: a second, independent source would raise it.";
        return new GateResult("S_lo " + name, items.Count == 0 ? "missing" : "fail", "b " + AssessmentContext.Text(belief.ToDouble()), "proved", text, partner);
    }

    /// <summary>Who handed over the document that shows the row.</summary>
    private static string Partner(AssessmentContext context, int movement)
    {
        if (movement < 0)
        {
            return "";
        }

        foreach (var row in context.Ledger.RowsOf(movement))
        {
            if (context.Facts.Documents.FirstOrDefault(d => d.Hash == row.Document) is { Partner.Length: > 0 } document)
            {
                return document.Partner;
            }
        }

        return "";
    }
}
