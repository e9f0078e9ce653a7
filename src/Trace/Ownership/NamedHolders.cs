namespace FinInvest.Graph.Trace.Ownership;

/// <summary>
/// When the holder that an asset's own record names counts. The record has no dates: it stands in where no interest in the asset is declared, and after the
/// last declared one has ended, never before or between them.
/// </summary>
internal sealed class NamedHolders(CaseFacts facts)
{
    private readonly Dictionary<string, Day?> lastEnd = facts.All<OwnershipInterest>().Where(i => i.Kind is "shares" or "holder").GroupBy(i => i.Target, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.Any(i => i.To is null) ? null : g.Max(i => i.To), StringComparer.Ordinal);

    /// <summary>Whether the named holder ever counts.</summary>
    public bool Names(Asset asset) => asset.Holder.Length > 0 && (!lastEnd.TryGetValue(asset.Id, out var end) || end is not null);

    /// <summary>First day on which it counts; null = it always does.</summary>
    public Day? From(Asset asset) => lastEnd.GetValueOrDefault(asset.Id);

    public bool Counts(Asset asset, Day at) => Names(asset) && (From(asset) is not { } from || from <= at);
}
