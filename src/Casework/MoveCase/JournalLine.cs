using FinInvest.Graph.Store;

namespace FinInvest.Graph.Casework.MoveCase;

/// <summary>One load as a bundle tells it.</summary>
/// <param name="Decisions">How many decisions the case held when it was committed.</param>
public sealed record JournalLine(long Load, long Decisions, IReadOnlyList<JournalDocument> Documents)
{
    internal static JournalLine Of(LoadReceipt receipt) => new(receipt.Load, receipt.Version.Decisions, [.. receipt.Documents.Select(JournalDocument.Of)]);

    internal bool Fits(LoadReceipt receipt) => receipt.Load == Load && receipt.Version == new CaseVersion(Load, Decisions) && receipt.Documents.Select(JournalDocument.Of).SequenceEqual(Documents);
}
