namespace FinInvest.Graph.Ingest;

/// <summary>What a reader gives, piece by piece: rows read so far are either in Page, in Facts, or in Rejects; nothing is dropped.</summary>
/// <param name="RowsRead">Data rows of this piece: those in Page and Facts and those rejected.</param>
/// <param name="Notes">For the receipt; with the last piece of a file.</param>
public sealed record RecordBatch(PostingPage? Page, IReadOnlyList<FactRow> Facts, IReadOnlyList<Reject> Rejects, long RowsRead, IReadOnlyList<ReadingNote>? Notes = null);
