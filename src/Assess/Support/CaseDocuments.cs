namespace FinInvest.Graph.Assess.Support;

/// <summary>Finds documents by what a person types, and those that a decision has excluded.</summary>
internal static class CaseDocuments
{
    private const int ShortestPrefix = 6;

    /// <summary>Documents of this file name, or whose hash begins with these at least six hex digits.</summary>
    public static IEnumerable<SourceDocument> Named(CaseFacts facts, string nameOrHash) => nameOrHash.Length == 0
        ? []
        : facts.Documents.Where(d => d.Name == nameOrHash
            || (nameOrHash.Length >= ShortestPrefix && d.Hash.Hex.StartsWith(nameOrHash, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Documents that no longer count: the last decision on each is an exclusion.</summary>
    public static IReadOnlySet<Sha256> Excluded(CaseFacts facts)
    {
        var excluded = new HashSet<Sha256>();
        foreach (var decision in facts.Decisions.Where(d => d.Kind is DecisionKinds.Exclude or DecisionKinds.Include).OrderBy(d => d.Number))
        {
            foreach (var document in Named(facts, decision.Subject))
            {
                _ = decision.Kind == DecisionKinds.Exclude ? excluded.Add(document.Hash) : excluded.Remove(document.Hash);
            }
        }

        return excluded;
    }
}
