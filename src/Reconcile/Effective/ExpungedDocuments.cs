using System.Text;

namespace FinInvest.Graph.Reconcile.Effective;

/// <summary>Documents that a court's order took out, as the decisions still tell them: by their hash, and by the hash of the file name they had.</summary>
internal sealed class ExpungedDocuments
{
    private const int HashDigitsMin = 6;
    private readonly Dictionary<string, long> byHash = new(StringComparer.Ordinal);
    private readonly HashSet<string> nameHashes = new(StringComparer.Ordinal);

    public ExpungedDocuments(IEnumerable<Decision> decisions)
    {
        foreach (var d in decisions.Where(d => d.Kind == DecisionKinds.Expunge))
        {
            byHash.TryAdd(d.Subject, d.Number);
            nameHashes.Add(d.Item);
        }
    }

    /// <summary>Number of the decision that records it; 0 = not expunged.</summary>
    public long Decision(string hash) => byHash.GetValueOrDefault(hash);

    /// <summary>By file name or by at least six hex digits of the hash.</summary>
    public bool IsNamed(string text) => byHash.Count > 0 && text.Length > 0
        && (nameHashes.Contains(Sha256.Of(Encoding.UTF8.GetBytes(text)).Hex) || (text.Length >= HashDigitsMin && byHash.Keys.Any(h => h.StartsWith(text, StringComparison.OrdinalIgnoreCase))));
}
