using FinInvest.Graph.Store;

namespace FinInvest.Graph.Casework.Decide;

/// <summary>What an expunging did, and what a person must still see to.</summary>
/// <param name="File">The raw file was in the vault and was removed now.</param>
/// <param name="Naming">Decisions whose words name the document, its rows or its file. They stay as they were taken and have no effect on it any more.</param>
/// <param name="Exhibits">Files beside the case that were exhibits, and were removed.</param>
public sealed record ExpungeOutcome(ExpungeReceipt Receipt, bool File, IReadOnlyList<long> Naming, IReadOnlyList<string> Exhibits);
