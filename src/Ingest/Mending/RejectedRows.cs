using System.Globalization;
using System.Text;
using FinInvest.Graph.Ingest.Facts;
using FinInvest.Graph.Ingest.Formats.Folder;
using FinInvest.Graph.Ingest.Mapping;
using FinInvest.Graph.Ingest.Records;
using FinInvest.Graph.Ingest.Rows;

namespace FinInvest.Graph.Ingest.Mending;

/// <summary>
/// Rejected rows as a file that a person mends: the header of the original below three columns of ours (line, code, sentence), then each row as it stood.
/// Ours stand first because a row with too few or too many cells would push them along at the end. <see cref="MendedRows"/> takes them away again.
/// </summary>
public static class RejectedRows
{
    /// <summary>What is added to the original's name.</summary>
    public const string Suffix = ".rejects.csv";

    internal static readonly string[] Columns = ["reject_line", "reject_code", "reject_sentence"];

    /// <param name="original">The file the rows came from; read to find its header.</param>
    /// <param name="name">Its name, which decides how it was read.</param>
    /// <returns>How many rows were written: those of a workbook read sheet by sheet have no one header and are mended in the workbook; those of whole-file rejects (line 0) and of lines without text are not rows to mend.</returns>
    public static int Write(Stream target, Stream original, string name, RecordMapping? mapping, IEnumerable<Reject> rejects)
    {
        var (file, own) = LayoutOf(name, mapping);
        if (mapping?.For(name).Count(RecordMapping.IsMovements) > 1)
        {
            return 0;
        }

        var delimiter = RecordReaders.DelimiterOf(file);
        using var text = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\n" };
        var header = file.Header ? HeaderOf(original, name, file, own) : "";
        text.WriteLine(string.Join(delimiter, Columns) + (header.Length > 0 ? delimiter + header : ""));
        var written = 0;
        var seen = new HashSet<(int, string)>();
        foreach (var r in rejects.Where(r => r.Row > 0 && r.Raw.Length > 0 && r.Raw != header && seen.Add((r.Row, r.Raw))))
        {
            text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{r.Row}{delimiter}{r.Code}{delimiter}\"{r.Sentence.Replace("\"", "'", StringComparison.Ordinal)}\"{delimiter}{r.Raw}"));
            written++;
        }

        return written;
    }

    /// <summary>How a file of this name is read: the first entry of the mapping that covers it, else the folder format.</summary>
    internal static (FileMapping File, bool Own) LayoutOf(string name, RecordMapping? mapping) => mapping?.For(name) is [var first, ..] ? (first, false)
        : FolderFormat.Knows(name) ? (new FileMapping { Target = "", Comments = true }, true)
        : throw new ArgumentException($"{name} is neither covered by the mapping nor a file of the folder format: name the mapping that read it with --mapping.");

    private static string HeaderOf(Stream original, string name, FileMapping mapping, bool own)
    {
        using var reader = RecordReaders.Open(original, mapping, own);
        if (own)
        {
            return reader.Read() ? reader.Raw.ToString() : "";
        }

        return new RowSource(reader, name, mapping, FactFiles.Find(mapping.Target), own).Open() ? reader.Raw.ToString() : "";
    }
}
