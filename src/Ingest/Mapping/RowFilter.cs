namespace FinInvest.Graph.Ingest.Mapping;

/// <summary>Rows to leave out (and count): those whose column holds one of the values, e.g. payments that were refused.</summary>
public sealed record RowFilter(ColumnMapping Column, IReadOnlyList<string> Values);
