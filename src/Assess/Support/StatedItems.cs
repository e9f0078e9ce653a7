using FinInvest.Graph.Assess.Schemes;

namespace FinInvest.Graph.Assess.Support;

/// <summary>Collects the items of a case: those written as items, and each graded document as one more (definitions H1).</summary>
internal static class StatedItems
{
    public static IReadOnlyList<StatedItem> Of(CaseFacts facts, Scheme scheme)
    {
        var items = facts.Rows<EvidenceItem>().DistinctBy(r => r.Fact.Id).Select(r => FromItem((EvidenceItem)r.Fact, r.Document, facts)).ToList();
        var taken = items.Select(i => i.Id).ToHashSet(StringComparer.Ordinal);
        // One item a document: two grades of the same paper are not two witnesses. The more cautious grade counts.
        var graded = facts.All<DocumentGrade>().SelectMany(g => CaseDocuments.Named(facts, g.Document).Select(d => (Grade: g, Document: d)))
            .GroupBy(p => p.Document.Hash).OrderBy(p => p.Key.Hex, StringComparer.Ordinal);
        // Of a case without graded documents the facts are not read: there may be a hundred thousand statements among them.
        var factsByDocument = new Lazy<ILookup<Sha256, FactRow>>(() => facts.AllRows.ToLookup(r => r.Document));
        foreach (var document in graded)
        {
            var (grade, source) = document.OrderBy(p => Weight(p.Grade.Grade, scheme)).ThenBy(p => p.Grade.Id, StringComparer.Ordinal).First();
            var id = taken.Add(grade.Id) ? grade.Id : $"{grade.Id} {source.Hash.Short()}";
            items.Add(FromDocument(grade, source, id, factsByDocument.Value[source.Hash]));
            taken.Add(id);
        }

        return [.. items.OrderBy(i => i.Id, StringComparer.Ordinal)];
    }

    private static StatedItem FromItem(EvidenceItem item, Sha256 loadedWith, CaseFacts facts) =>
        new(item.Id, item.RootSource, item.Partner, item.Credibility, "", Digit(item.Credibility), item.Supports, item.Contradicts, item.Permissions, item.PermissionExpires,
            item.FormChecks ?? [], item.FormDefects ?? [], item.ConfirmedBy, [loadedWith, .. CaseDocuments.Named(facts, item.Document).Select(d => d.Hash)]);

    private static StatedItem FromDocument(DocumentGrade grade, SourceDocument document, string id, IEnumerable<FactRow> facts)
    {
        var partner = grade.Partner.Length > 0 ? grade.Partner : document.Partner;
        var root = grade.RootSource.Length > 0 ? grade.RootSource : partner.Length > 0 ? partner : "document " + document.Name;
        return new StatedItem(id, root, partner, grade.Grade, Letter(grade.Grade), Digit(grade.Grade), [.. FactNames.ReadFrom(document.Hash, facts).Distinct(StringComparer.Ordinal)],
            [], grade.Permissions ?? [], grade.PermissionExpires, grade.FormChecks ?? [], grade.FormDefects ?? [], grade.ConfirmedBy, [document.Hash]);
    }

    private static int Weight(string grade, Scheme scheme) =>
        (scheme.Reliability.FirstOrDefault(g => g.Grade == Letter(grade))?.Hundredths ?? 0) * (scheme.Credibility.FirstOrDefault(g => g.Grade == Digit(grade))?.Hundredths ?? 0);

    /// <summary>"b 2" and "B2" are the same grade; anything else is no grade.</summary>
    private static string Letter(string grade) => Plain(grade) is { Length: 2 } text && char.IsAsciiLetterUpper(text[0]) ? text[..1] : "";

    private static string Digit(string grade) => Plain(grade) is { Length: 1 or 2 } text && char.IsAsciiDigit(text[^1]) ? text[^1..] : "";

    private static string Plain(string grade) => grade.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
}
