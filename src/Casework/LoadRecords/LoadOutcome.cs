using FinInvest.Graph.Store;

namespace FinInvest.Graph.Casework.LoadRecords;

/// <summary>What a load did: the receipt, the rejects in order, and sentences a person should read.</summary>
public sealed record LoadOutcome(LoadReceipt Receipt, IReadOnlyList<Reject> Rejects, long RejectsTotal, IReadOnlyList<string> Notes);
