namespace FinInvest.Graph.Store;

/// <summary>n of N rows that match.</summary>
public sealed record FindResult(IReadOnlyList<FoundRow> Rows, long Total);
