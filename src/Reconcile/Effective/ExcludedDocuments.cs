using System.Globalization;

namespace FinInvest.Graph.Reconcile.Effective;

/// <summary>Which documents the decisions leave out; the last word on a document counts.</summary>
internal static class ExcludedDocuments
{
    private const int HashDigitsMin = 6;

    public static IReadOnlySet<Sha256> Find(IReadOnlyList<SourceDocument> documents, IReadOnlyList<Decision> decisions, List<Refusal> refused)
    {
        var excluded = new HashSet<Sha256>();
        var expunged = new ExpungedDocuments(decisions);
        foreach (var d in decisions.Where(d => d.Kind is DecisionKinds.Exclude or DecisionKinds.Include))
        {
            var named = documents.Where(s => Names(d.Subject, s)).Select(s => s.Hash).Distinct().ToList();
            if (named.Count == 0 && expunged.Decision(d.Subject) is > 0 and var order)
            {
                refused.Add(new Refusal("DOCUMENT_EXPUNGED", d.Subject, string.Create(CultureInfo.InvariantCulture, $"The document of decision {d.Number} was expunged by decision {order}: decision {d.Number} has no effect any more.")));
            }
            else if (named.Count != 1)
            {
                refused.Add(named.Count == 0
                    ? new Refusal("DOCUMENT_NOT_FOUND", d.Subject, $"No document of the case is called {d.Subject}: name it by its file name or at least six digits of its hash.")
                    : new Refusal("DOCUMENT_NOT_UNIQUE", d.Subject, $"Several documents are called {d.Subject}: name one by its hash ({string.Join(", ", named.Select(h => h.Short(12)))})."));
            }
            else if (d.Kind == DecisionKinds.Exclude)
            {
                excluded.Add(named[0]);
            }
            else
            {
                excluded.Remove(named[0]);
            }
        }

        return excluded;
    }

    /// <summary>By file name or by at least six hex digits of the hash.</summary>
    public static bool Names(string text, SourceDocument document) => text.Length > 0
        && (text == document.Name || (text.Length >= HashDigitsMin && document.Hash.Hex.StartsWith(text, StringComparison.OrdinalIgnoreCase)));
}
