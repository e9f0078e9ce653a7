namespace FinInvest.Graph.Ingest;

/// <summary>What a reader gives, piece by piece: rows read so far are either in Page, in Facts, or in Rejects; nothing is dropped.</summary>
public sealed record RecordBatch(PostingPage? Page, IReadOnlyList<FactRow> Facts, IReadOnlyList<Reject> Rejects, long RowsRead);
