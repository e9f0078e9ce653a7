using FinInvest.Graph.Ingest.Rows;
using FinInvest.Graph.Ingest.Workbooks;

namespace FinInvest.Graph.Ingest.Mapping;

/// <summary>Reads what banks really hand out, delimited text and Excel workbooks, as a mapping says.</summary>
public static class MappedFileReader
{
    /// <summary>Batches of the file under every entry of the mapping that covers its name, in the mapping's order.</summary>
    /// <param name="content">Seekable where it is a workbook or more than one entry covers the file: it is read once for each.</param>
    /// <param name="document">Its name decides which entries apply.</param>
    /// <exception cref="InvalidOperationException">The mapping has problems (<see cref="RecordMapping.Load"/> names them).</exception>
    public static IEnumerable<RecordBatch> Read(Stream content, SourceDocument document, RecordMapping mapping, ReadingContext context)
    {
        if (MappingCheck.Problems(mapping) is { Count: > 0 } problems)
        {
            throw new InvalidOperationException($"Mapping {mapping.Name} cannot be used: {problems[0]}");
        }

        var entries = mapping.For(document.Name);
        return entries.Count == 0
            ? [new RecordBatch(null, [], [RowReject.Of(RejectCodes.FileNotKnown, document.Name, 0, "", document.Name)], 0)]
            : ReadAll(content, document, entries, context);
    }

    private static IEnumerable<RecordBatch> ReadAll(Stream content, SourceDocument document, IReadOnlyList<FileMapping> entries, ReadingContext context)
    {
        var from = entries.Count > 1 ? content.Position : 0;
        var isWorkbook = Workbook.Knows(content);
        var movements = 0;
        for (var i = 0; i < entries.Count; i++)
        {
            var entry = entries[i];
            movements += RecordMapping.IsMovements(entry) ? 1 : 0;
            var isFurther = RecordMapping.IsMovements(entry) && movements > 1;
            if (isFurther && !isWorkbook)
            {
                // Text has no sheets.
                continue;
            }

            if (i > 0)
            {
                content.Position = from;
            }

            var stem = FileReader.Stem(document.Name) + (isFurther ? ":" + entry.Sheet : "");
            foreach (var batch in FileReader.Read(content, document, entry, context, own: false, stem))
            {
                yield return batch;
            }
        }
    }
}
