namespace FinInvest.Graph.Casework.MoveCase;

/// <summary>Rows of the three tables of <see cref="TableExport"/>.</summary>
public sealed record TableCounts(long Postings, long Transfers, long TransferRows);
