using FinInvest.Graph.Ingest.Facts;
using FinInvest.Graph.Ingest.Mapping;
using FinInvest.Graph.Ingest.Records;
using FinInvest.Graph.Ingest.Workbooks;

namespace FinInvest.Graph.Ingest.Rows;

/// <summary>One file under one mapping, from bytes to batches; ends with a reject where the file gave no row at all.</summary>
internal static class FileReader
{
    /// <param name="statement">Statement id of rows that name none; "" = the file's name without extension.</param>
    public static IEnumerable<RecordBatch> Read(Stream content, SourceDocument document, FileMapping mapping, ReadingContext context, bool own, string statement = "")
    {
        var name = document.Name;
        using var reader = Open(content, mapping, own, name, out var unreadable);
        if (reader is null)
        {
            yield return new RecordBatch(null, [], [unreadable!], 0);
            yield break;
        }

        var file = FactFiles.Find(mapping.Target);
        var source = new RowSource(reader, name, mapping, file, own);
        if (!source.Open())
        {
            var rejects = source.TakeRejects();
            yield return new RecordBatch(null, [], rejects, 0);
            yield break;
        }

        var stem = statement.Length > 0 ? statement : Stem(name);
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

    private static RecordReader? Open(Stream content, FileMapping mapping, bool own, string name, out Reject? unreadable)
    {
        unreadable = null;
        try
        {
            return RecordReaders.Open(content, mapping, own);
        }
        catch (WorkbookException e)
        {
            unreadable = RowReject.Of(e.Code, name, 0, "", "", e.Detail);
            return null;
        }
    }
}
