namespace FinInvest.Graph.Present.Exhibit;

/// <summary>
/// Which items and documents may not be used for the case's purpose. They appear nowhere in an exhibit: neither in a table, nor in a list of what
/// something rests on, nor inside a sentence made elsewhere. A document whose rows stand in the ledger cannot be hidden; it is listed as not permitted.
/// </summary>
internal sealed class Withholding
{
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly string purpose;
    private readonly Day asOf;

    public Withholding(Reconciliation @case, string purpose, Day asOf)
    {
        this.purpose = purpose;
        this.asOf = asOf;
        var facts = @case.Facts;
        var used = @case.Ledger.Documents.Concat(@case.Statements.Select(s => s.Document)).ToHashSet();
        foreach (var item in facts.All<EvidenceItem>().Where(i => !Permits(i.Permissions, i.PermissionExpires)))
        {
            names.Add(item.Id);
        }

        var grades = facts.All<DocumentGrade>().ToList();
        foreach (var document in facts.Documents)
        {
            var its = grades.Where(g => Names(g.Document, document)).ToList();
            var items = facts.All<EvidenceItem>().Where(i => Names(i.Document, document)).ToList();
            var named = its.Count + items.Count > 0;
            var permitted = its.Any(g => Permits(g.Permissions ?? [], g.PermissionExpires)) || items.Any(i => Permits(i.Permissions, i.PermissionExpires));
            if (named && !permitted && !used.Contains(document.Hash))
            {
                Documents.Add(document.Hash);
                names.Add(document.Name);
                names.Add(document.Hash.Hex);
                names.UnionWith(its.Select(g => g.Id));
            }
            else if (its.Count > 0 && !its.Any(g => Permits(g.Permissions ?? [], g.PermissionExpires)))
            {
                NotPermittedButUsed.Add(document.Hash);
            }
        }
    }

    /// <summary>Documents that are left out whole.</summary>
    public HashSet<Sha256> Documents { get; } = [];

    /// <summary>Documents without permission for the purpose whose rows the ledger rests on.</summary>
    public HashSet<Sha256> NotPermittedButUsed { get; } = [];

    public bool Permits(IReadOnlyList<string> permissions, Day? expires) => permissions.Contains(purpose, StringComparer.Ordinal) && (expires is not { } day || day >= asOf);

    public bool Hides(string id) => names.Contains(id);

    /// <summary>Whether a text names a withheld item or document as a whole word.</summary>
    public bool Mentions(string text) => names.Any(n => ContainsWord(text, n));

    /// <summary>An assessment without what is withheld. Sentences that name it are replaced, so that a gate never seems passed.</summary>
    public Assessment Of(Assessment a) => a with
    {
        Weights = [.. a.Weights.Where(w => !Hides(w.Item)).Select(w => w with { Why = Clean(w.Why) })],
        Elements = [.. a.Elements.Select(e => e with { Supporting = Visible(e.Supporting), Contradicting = Visible(e.Contradicting) })],
        Without = [.. a.Without.Where(w => !Mentions(w.What) && IsVisible(a, w)).Select(w => w with { OnlyProof = Visible(w.OnlyProof) })],
        Tiers = [.. a.Tiers.Select(t => t with { Gates = [.. t.Gates.Select(Clean)] })],
        Indicators = [.. a.Indicators.Select(i => i with { Text = Clean(i.Text), Reason = Clean(i.Reason), Rests = Visible(i.Rests) })],
        Refused = Visible(a.Refused),
    };

    public IReadOnlyList<string> Visible(IEnumerable<string> texts) => [.. texts.Where(t => !Mentions(t))];

    /// <summary>Whether a fact's reference (file name or first digits of the hash) names this document.</summary>
    public static bool Names(string reference, SourceDocument document) =>
        reference.Length > 0 && (reference == document.Name || (reference.Length >= 6 && document.Hash.Hex.StartsWith(reference, StringComparison.OrdinalIgnoreCase)));

    private string Clean(string text) => Mentions(text) ? "not shown for this use" : text;

    /// <summary>A gate whose work names what is withheld keeps its state and loses its words and its partner.</summary>
    private GateResult Clean(GateResult g) => Mentions(g.Missing) || Mentions(g.Measured) ? g with { Measured = Clean(g.Measured), Missing = "", Partner = "" } : g;

    /// <summary>A root source or partner stands in the table only if one of its items does.</summary>
    private bool IsVisible(Assessment a, WithoutRow w) =>
        w.Kind == "item" || !a.Weights.Any(i => Hides(i.Item) && (i.RootSource == w.What || i.Partner == w.What)) || a.Weights.Any(i => !Hides(i.Item) && (i.RootSource == w.What || i.Partner == w.What));

    private static bool ContainsWord(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            var end = at + word.Length;
            if ((at == 0 || !IsWordPart(text[at - 1])) && (end == text.Length || !IsWordPart(text[end])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWordPart(char c) => char.IsLetterOrDigit(c) || c is '-' or '_';
}
