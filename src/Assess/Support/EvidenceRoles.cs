namespace FinInvest.Graph.Assess.Support;

/// <summary>Which items still count, and as what. Taking one away brings back a contradiction that it resolved.</summary>
internal sealed class EvidenceRoles
{
    private EvidenceRoles(bool[] supports, bool[] contradicts)
    {
        Supports = supports;
        Contradicts = contradicts;
    }

    public bool[] Supports { get; }
    public bool[] Contradicts { get; }

    public static EvidenceRoles All(IReadOnlyList<ReliedItem> items) => Without(items, _ => false);

    public static EvidenceRoles Without(IReadOnlyList<ReliedItem> items, Func<ReliedItem, bool> taken)
    {
        var gone = items.Where(taken).Select(i => i.Id).ToHashSet(StringComparer.Ordinal);
        return new EvidenceRoles(
            [.. items.Select(i => !gone.Contains(i.Id))],
            [.. items.Select(i => !gone.Contains(i.Id) && (i.ResolvedBy is null || gone.Contains(i.ResolvedBy)))]);
    }
}
