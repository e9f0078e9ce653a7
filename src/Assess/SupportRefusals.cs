using FinInvest.Graph.Assess.Support;

namespace FinInvest.Graph.Assess;

/// <summary>Why Support is n/a or 0, and exactly what to type.</summary>
internal static class SupportRefusals
{
    private const int ListedMax = 5;

    public static IReadOnlyList<string> Of(AssessmentContext context)
    {
        if (context.Link is not { } link)
        {
            return [context.Target.Traced == 0
                ? $"Support is n/a: under {context.Request.Trace.Rule} no claim money reaches {context.Request.Target}, so there is no link to prove. Compare the other rules and the bounds."
                : $"Support is n/a: under {context.Request.Trace.Rule} the flow into {context.Request.Target} is not unique (definitions D3)."];
        }

        var sentences = new List<string>();
        if (context.Calculator!.IsSampled)
        {
            sentences.Add($"Support is sampled, not exact: the evidence has more than {context.Scheme.StatesMax} states. {context.Scheme.Lines[^2]}.");
        }

        if (context.Support is not { Low: 0 })
        {
            return sentences;
        }

        if (Ungraded(context, link) is { Length: > 0 } ungraded)
        {
            sentences.Add(ungraded);
        }

        if (NotGranted(context, link) is { Length: > 0 } notGranted)
        {
            sentences.Add(notGranted);
        }

        var bare = link.ElementsThatMatter().Where(e => link.Supports[link.KindOf[e]].Length == 0).Select(e => link.Elements[e].Name).ToList();
        if (bare.Count > 0)
        {
            sentences.Add($"Support is 0 because {bare.Count} of {link.ElementsThatMatter().Count} elements of this link have no relied item: {Listed(bare)}. "
                + $"Add a line to evidence.csv (id,root_source,credibility,supports,permissions), e.g. I1,SOURCE,2,{bare[0]},{context.Request.Purpose}, with SOURCE and its reliability in sources.csv; "
                + "a name:* speaks for all, e.g. holder:*.");
        }

        if (bare.Count == 0)
        {
            sentences.Add("Support is 0 because everything that proves one of its elements rests on a root source whose reliability cannot be judged (F). "
                + "Set A to E in sources.csv, or add an item of another root source.");
        }

        return sentences;
    }

    /// <summary>Documents behind the link's rows that nobody has graded.</summary>
    private static string Ungraded(AssessmentContext context, LinkModel link)
    {
        var graded = Graded(context, g => g.Grade.Length > 0);
        var names = Behind(context, link, d => !graded.Contains(d));
        return names.Count == 0 ? "" : $"{names.Count} of the documents this link is read from {(names.Count == 1 ? "is" : "are")} ungraded, so not relied on: {Listed(names)}. "
            + $"Grade {(names.Count == 1 ? "it" : "them")}: fininvest load --grade B2 --partner KZ --permission {context.Request.Purpose} {names[0]}; "
            + $"or a line in documents.csv (document,root_source,partner,grade,permissions): {names[0]},SOURCE,KZ,B2,{context.Request.Purpose}. "
            + "To leave one out on purpose: fininvest decide relied ITEM no --by WHO --reason WHY.";
    }

    /// <summary>Documents behind the link's rows that are graded, but for which no use at all is recorded: more likely forgotten than refused.</summary>
    private static string NotGranted(AssessmentContext context, LinkModel link)
    {
        var forgotten = Graded(context, g => g.Grade.Length > 0);
        forgotten.ExceptWith(Graded(context, g => g.Permissions is { Count: > 0 }));
        var names = Behind(context, link, forgotten.Contains);
        return names.Count == 0 ? "" : $"{names.Count} of the documents this link is read from {(names.Count == 1 ? "has" : "have")} a grade but no recorded use, so not relied on: {Listed(names)}. "
            + $"Record it where it is granted: fininvest load --permission {context.Request.Purpose}, or the column permissions of documents.csv.";
    }

    private static HashSet<Sha256> Graded(AssessmentContext context, Func<DocumentGrade, bool> which) =>
        [.. context.Facts.All<DocumentGrade>().Where(which).SelectMany(g => CaseDocuments.Named(context.Facts, g.Document)).Select(d => d.Hash)];

    /// <summary>Names of the documents behind the rows of this link that no relied item supports.</summary>
    private static List<string> Behind(AssessmentContext context, LinkModel link, Func<Sha256, bool> which)
    {
        var names = context.Facts.Documents.ToDictionary(d => d.Hash, d => d.Name);
        return [.. link.Flow.Hops.Where((h, i) => link.Matters[i] && h.Movement >= 0 && link.HopElements[i].Any(e => link.Supports[link.KindOf[e]].Length == 0 && link.Elements[e].Movement >= 0))
            .SelectMany(h => context.Ledger.RowsOf(h.Movement).ToArray()).Select(r => r.Document).Distinct().Where(which)
            .Select(d => names.GetValueOrDefault(d, d.Short())).Order(StringComparer.Ordinal)];
    }

    private static string Listed(List<string> names) =>
        string.Join(", ", names.Take(ListedMax)) + (names.Count > ListedMax ? $" ({ListedMax} of {names.Count})" : "");
}
