using FinInvest.Graph.Ingest.Delimited;
using FinInvest.Graph.Ingest.Facts;
using FinInvest.Graph.Ingest.Mapping;

namespace FinInvest.Graph.Ingest.Rows;

/// <summary>One file under one mapping, from bytes to batches; ends with a reject where the file gave no row at all.</summary>
internal static class FileReader
{
    public static IEnumerable<RecordBatch> Read(Stream content, SourceDocument document, FileMapping mapping, ReadingContext context, bool own)
    {
        var name = document.Name;
        using var text = TextSource.Open(content, mapping.Encoding);
        var reader = new DelimitedReader(text, mapping.Delimiter == "tab" ? '\t' : mapping.Delimiter[0], mapping.Quote.Length == 0 ? '\0' : mapping.Quote[0], mapping.Comments);
        var file = FactFiles.Find(mapping.Target);
        var source = new RowSource(reader, name, mapping, file, own);
        if (!source.Open())
        {
            var rejects = source.TakeRejects();
            yield return new RecordBatch(null, [], rejects, 0);
            yield break;
        }

        var stem = Stem(name);
        var batches = file.Build is null
            ? new PostingReader(source, mapping, context, document, stem, mapping.Target == "transfers").Read()
            : new FactReader(source, file, context, document, stem).Read();
        long rows = 0;
        foreach (var batch in batches)
        {
            rows += batch.RowsRead;
            yield return batch;
        }

        if (rows == 0)
        {
            yield return new RecordBatch(null, [], [RowReject.Of(RejectCodes.FileWithoutRows, name, 0, "", "")], 0);
        }
    }

    /// <summary>The file's name without folder and extensions.</summary>
    public static string Stem(string name)
    {
        var file = Path.GetFileName(name.Replace('\\', '/'));
        file = file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? file[..^3] : file;
        return Path.GetFileNameWithoutExtension(file);
    }
}
