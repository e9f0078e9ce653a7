using System.Text;
using FinInvest.Graph.Ingest.Mapping;

namespace FinInvest.Graph.Ingest.Mending;

/// <summary>Takes our three columns off a mended file of rejected rows, so that what is left is read like the original.</summary>
public static class MendedRows
{
    /// <summary>The original's name from that of its rejected rows: bank.csv of bank.csv.rejects.csv.</summary>
    /// <exception cref="ArgumentException">The name does not end so.</exception>
    public static string OriginalName(string fileName) => fileName.EndsWith(RejectedRows.Suffix, StringComparison.OrdinalIgnoreCase) && fileName.Length > RejectedRows.Suffix.Length
        ? fileName[..^RejectedRows.Suffix.Length]
        : throw new ArgumentException($"{fileName} is no file of rejected rows: its name must be the original's with {RejectedRows.Suffix} after it, since that name says how the rows are read.");

    /// <param name="mended">The text as the person saved it, UTF-8.</param>
    /// <param name="target">Gets the rows alone with the original's header, UTF-8 with its mark (which stands above the mapping's encoding).</param>
    /// <exception cref="ArgumentException">The file does not begin with our three columns, or another delimiter was saved.</exception>
    public static void Strip(Stream mended, Stream target, string originalName, RecordMapping? mapping)
    {
        var (file, _) = RejectedRows.LayoutOf(originalName, mapping);
        var delimiter = file.Delimiter == "tab" ? '\t' : file.Delimiter[0];
        var quote = file.Quote.Length == 0 ? '\0' : file.Quote[0];
        using var reader = new StreamReader(mended, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: true, 1 << 16, leaveOpen: true);
        var text = reader.ReadToEnd();
        using var writer = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\n" };
        var isFirst = true;
        for (var at = 0; at < text.Length;)
        {
            var end = RecordEnd(text, at, quote);
            var record = text.AsSpan(at, end - at).TrimEnd("\r\n");
            at = end;
            if (record.IsWhiteSpace())
            {
                continue;
            }

            if (isFirst && !record.TrimStart('"').StartsWith(RejectedRows.Columns[0], StringComparison.Ordinal))
            {
                throw new ArgumentException($"The file does not begin with the columns {string.Join(", ", RejectedRows.Columns)}: keep them when you mend the rows.");
            }

            var rest = AfterCells(record, delimiter, RejectedRows.Columns.Length);
            if (rest < 0 && !isFirst)
            {
                throw new ArgumentException($"A row of the file has fewer than three cells between '{(delimiter == '\t' ? "tab" : delimiter)}': save it with the delimiter of the original. The row: {record[..Math.Min(record.Length, 60)]}");
            }

            if (rest >= 0)
            {
                writer.WriteLine(record[rest..]);
            }

            isFirst = false;
        }
    }

    /// <summary>Where the cells after the first few begin; -1 where there are no more.</summary>
    private static int AfterCells(ReadOnlySpan<char> record, char delimiter, int cells)
    {
        var at = 0;
        for (var i = 0; i < cells; i++)
        {
            if (at < record.Length && record[at] == '"')
            {
                for (at++; at < record.Length && (record[at] != '"' || (at + 1 < record.Length && record[at + 1] == '"')); at++)
                {
                    at += record[at] == '"' ? 1 : 0;
                }

                at = Math.Min(at + 1, record.Length);
            }

            var next = record[at..].IndexOf(delimiter);
            if (next < 0)
            {
                return -1;
            }

            at += next + 1;
        }

        return at;
    }

    /// <summary>End of a record: the line's end that is not inside a quoted cell.</summary>
    private static int RecordEnd(string text, int at, char quote)
    {
        var isQuoted = false;
        for (; at < text.Length; at++)
        {
            if (text[at] == quote)
            {
                isQuoted = !isQuoted;
            }
            else if (text[at] == '\n' && !isQuoted)
            {
                return at + 1;
            }
        }

        return text.Length;
    }
}
