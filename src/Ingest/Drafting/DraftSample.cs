using System.Text;
using FinInvest.Graph.Ingest.Delimited;
using FinInvest.Graph.Ingest.Mapping;
using FinInvest.Graph.Ingest.Records;
using FinInvest.Graph.Ingest.Rows;
using FinInvest.Graph.Ingest.Workbooks;

namespace FinInvest.Graph.Ingest.Drafting;

/// <summary>The head of a file cut into records by the delimiter that cuts it most evenly.</summary>
internal sealed class DraftSample
{
    private static readonly char[] Delimiters = [',', ';', '\t', '|'];

    private DraftSample(string text, string encoding, char delimiter, char quote, List<string[]> records)
    {
        (Text, Encoding, Delimiter, Quote, Records) = (text, encoding, delimiter, quote, records);
        Width = ModalWidth(records);
    }

    public string Text { get; }
    public string Encoding { get; }
    public char Delimiter { get; }

    /// <summary>'\0' where quotes are plain text.</summary>
    public char Quote { get; }

    /// <summary>Cells of each line, on one line and trimmed.</summary>
    public List<string[]> Records { get; }

    /// <summary>Sheets of a workbook that hold rows, the one looked at first; none for a text file.</summary>
    public IReadOnlyList<string> Sheets { get; private init; } = [];

    /// <summary>The number of columns most lines have.</summary>
    public int Width { get; }

    /// <exception cref="WorkbookException">The file is a workbook that cannot be read.</exception>
    public static DraftSample Of(Stream content)
    {
        if (Workbook.Knows(content))
        {
            return OfWorkbook(content);
        }

        using var reader = TextSource.Open(content, TextSource.Detect, out var encoding);
        var text = new StringBuilder();
        try
        {
            for (var i = 0; i < Limits.DraftLinesMax && text.Length < 4 * Limits.LineCharsMax && reader.ReadLine() is { } line; i++)
            {
                text.Append(line.Length > Limits.LineCharsMax ? line[..Limits.LineCharsMax] : line).Append('\n');
            }
        }
        catch (InvalidDataException)
        {
            // The archive breaks off: what came before is enough for a draft, and loading reports it.
        }

        var sample = text.ToString();
        var best = Delimiters.Select(d => (Delimiter: d, Cut: Cut(sample, d, '"'))).Select(c => (c.Delimiter, c.Cut.Records, c.Cut.Faults, Score: Score(c.Cut.Records)))
            .MaxBy(c => c.Score);
        if (best.Faults > 0 && Cut(sample, best.Delimiter, '\0') is { Faults: 0 } plain && Score(plain.Records) > best.Score)
        {
            return new DraftSample(sample, encoding, best.Delimiter, '\0', plain.Records);
        }

        return new DraftSample(sample, encoding, best.Delimiter, '"', best.Records);
    }

    /// <summary>The head of the first sheet with rows, as text with a line for each row.</summary>
    private static DraftSample OfWorkbook(Stream content)
    {
        List<string> sheets;
        using (var workbook = Workbook.Open(content))
        {
            sheets = [.. Enumerable.Range(0, workbook.Names.Count).Where(workbook.HasRows).Select(i => workbook.Names[i])];
        }

        content.Position = 0;
        var text = new StringBuilder();
        if (sheets.Count > 0)
        {
            using var reader = SheetReader.Open(content, new FileMapping { Target = "", Sheet = sheets[0] });
            for (var line = 1; line <= Limits.DraftLinesMax && reader.Read(); line++)
            {
                for (; line < reader.Line && line <= Limits.DraftLinesMax; line++)
                {
                    text.Append('\n');
                }

                var cells = Enumerable.Range(0, reader.FieldCount).Select(i => RowSource.OneLine(reader.Heading(i)).Replace("\"", "\"\"", StringComparison.Ordinal));
                text.AppendJoin(',', cells.Select(c => c.AsSpan().IndexOfAny(',', '"') < 0 ? c : $"\"{c}\"")).Append('\n');
            }
        }

        return new DraftSample(text.ToString(), TextSource.Utf8, ',', '"', Cut(text.ToString(), ',', '"').Records) { Sheets = sheets };
    }

    private static (List<string[]> Records, int Faults) Cut(string text, char delimiter, char quote)
    {
        var reader = new DelimitedReader(new StringReader(text), delimiter, quote);
        var records = new List<string[]>();
        var faults = 0;
        while (reader.Read())
        {
            if (reader.Fault != RecordFault.None)
            {
                faults++;
                continue;
            }

            var cells = new string[reader.FieldCount];
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = RowSource.OneLine(reader.Field(i));
            }

            records.Add(cells);
        }

        return (records, faults);
    }

    /// <summary>Lines of the most common width above one column; wider wins a tie.</summary>
    private static long Score(List<string[]> records)
    {
        var width = ModalWidth(records);
        return width < 2 ? 0 : (records.Count(r => r.Length == width) * 1000L) + width;
    }

    private static int ModalWidth(List<string[]> records) =>
        records.Where(r => r.Length > 1).GroupBy(r => r.Length).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key).Select(g => g.Key).FirstOrDefault(1);
}
