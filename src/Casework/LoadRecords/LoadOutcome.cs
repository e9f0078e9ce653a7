using FinInvest.Graph.Store;

namespace FinInvest.Graph.Casework.LoadRecords;

/// <summary>What a load did: the receipt, the rejects in order, and sentences a person should read.</summary>
/// <param name="Accounts">What the new rows are of, in ordinal order.</param>
public sealed record LoadOutcome(LoadReceipt Receipt, IReadOnlyList<Reject> Rejects, long RejectsTotal, IReadOnlyList<string> Notes, IReadOnlyList<AccountSpan>? Accounts = null);
