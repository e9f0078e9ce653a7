using FinInvest.Graph.Ingest.Facts;
using FinInvest.Graph.Ingest.Mapping;
using FinInvest.Graph.Ingest.Rows;

namespace FinInvest.Graph.Ingest.Formats.Folder;

/// <summary>
/// Our own format: a folder of CSV files known by their names (docs/formats.md). UTF-8, comma, a header line, lines that begin with # are comments,
/// days as yyyy-MM-dd, amounts as exact decimal text. A file may be packed with gzip (told by its bytes; the name may end in .gz).
/// </summary>
public static class FolderFormat
{
    /// <summary>Recognised names, in the order a person fills them.</summary>
    public static IReadOnlyList<string> FileNames { get; } = [.. FactFiles.All.Select(f => f.FileName)];

    public static bool Knows(string fileName) => Find(fileName) is not null;

    /// <param name="fileName">Decides what the rows are; folders before it do not count.</param>
    /// <param name="context">Currencies of the case; <see cref="ReadHeader"/> gives them.</param>
    public static IEnumerable<RecordBatch> Read(string fileName, Stream content, SourceDocument document, ReadingContext context)
    {
        if (Find(fileName) is not { } file)
        {
            return [new RecordBatch(null, [], [RowReject.Of(RejectCodes.FileNotKnown, document.Name, 0, "", fileName)], 0)];
        }

        return FileReader.Read(content, document, Mapping(file), context, own: true);
    }

    /// <summary>The first row of case.csv, or null where it cannot be read (Read says why).</summary>
    public static CaseHeader? ReadHeader(Stream caseCsv)
    {
        var document = new SourceDocument(Sha256.Of([]), CaseFiles.Case.FileName, 0);
        return FileReader.Read(caseCsv, document, Mapping(CaseFiles.Case), ReadingContext.Of(null), own: true).SelectMany(b => b.Facts).Select(f => f.Fact).OfType<CaseHeader>().FirstOrDefault();
    }

    private static FactFile? Find(string fileName)
    {
        var stem = FileReader.Stem(fileName);
        // postings-bank-a.csv is a postings file: one document a bank keeps its grade apart.
        var kind = stem.Split('-')[0];
        var name = Path.GetFileName(fileName.Replace('\\', '/'));
        var packed = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;
        return packed.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? FactFiles.All.FirstOrDefault(f => string.Equals(f.Name, kind, StringComparison.OrdinalIgnoreCase)) : null;
    }

    private static FileMapping Mapping(FactFile file) => new()
    {
        Target = file.Name,
        Comments = true,
        Columns = file.Columns.Any(c => c.Name == "instant")
            ? new Dictionary<string, ColumnMapping> { ["instant"] = new() { Column = "instant", Dates = ["yyyy-MM-ddTHH:mm:ssfz", "yyyy-MM-ddTHH:mmz"] } }
            : new Dictionary<string, ColumnMapping>(),
    };
}
