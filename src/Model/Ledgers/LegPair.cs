namespace FinInvest.Graph.Model.Ledgers;

/// <summary>Two banks' reports of one movement.</summary>
/// <param name="Reason">reference, end-to-end id, amount and days, or decision.</param>
public sealed record LegPair(RowKey Debit, RowKey Credit, string Reason);
