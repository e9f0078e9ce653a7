namespace FinInvest.Graph.Casework.Compare;

/// <summary>Rows of one document that the effective ledger came to rest on, or no longer rests on.</summary>
/// <param name="In">How many came in. <paramref name="Out"/>: how many went.</param>
/// <param name="Listed">The first of them, those that came in before those that went; <see cref="ListedMax"/> at most.</param>
/// <param name="Because">The steps after which they changed.</param>
public sealed record RowChange(Sha256 Document, string Name, long In, long Out, IReadOnlyList<RowKey> Listed, IReadOnlyList<Cause> Because)
{
    /// <summary>Rows of a document that are listed; <see cref="In"/> and <see cref="Out"/> count all.</summary>
    public const int ListedMax = 20;
}
