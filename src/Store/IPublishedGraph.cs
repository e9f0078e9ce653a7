using FinInvest.Graph.Store.Publishing;

namespace FinInvest.Graph.Store;

/// <summary>
/// What a store shows of a case to people who look into its database with tools of their own: the effective ledger and the facts of one version, beside the records.
/// It is derived and is never read back: it may be dropped at any moment and published again. Expunging a document drops it.
/// </summary>
public interface IPublishedGraph
{
    /// <summary>Publishes a version; nobody sees any of it before all of it is there, and then nothing of an earlier one.</summary>
    /// <exception cref="StoreConflictException">The case is no longer at that version.</exception>
    /// <exception cref="StoreBusyException">Another process writes to the case.</exception>
    ValueTask<PublicationReceipt> PublishAsync(Publication publication, CancellationToken ct);

    /// <summary>Removes what is published, and what a publishing that was broken off left.</summary>
    /// <returns>Transfers and nodes that were removed; 0 = nothing was published.</returns>
    /// <exception cref="StoreBusyException">Another process writes to the case.</exception>
    ValueTask<long> DropAsync(CancellationToken ct);

    /// <summary>What people see now; null = nothing is published.</summary>
    ValueTask<PublicationReceipt?> ShownAsync(CancellationToken ct);
}
