using FinInvest.Graph.Ingest.Delimited;
using FinInvest.Graph.Ingest.Mapping;
using FinInvest.Graph.Ingest.Workbooks;

namespace FinInvest.Graph.Ingest.Records;

/// <summary>Which reader takes a file: its first bytes decide, not its name. A further form of file is one line here.</summary>
internal static class RecordReaders
{
    /// <param name="own">Our own format, which is text.</param>
    /// <exception cref="WorkbookException">The file is a workbook that cannot be read; no row was.</exception>
    public static RecordReader Open(Stream content, FileMapping mapping, bool own) =>
        !own && Workbook.Knows(content) ? SheetReader.Open(content, mapping)
            : new DelimitedReader(TextSource.Open(content, mapping.Encoding), DelimiterOf(mapping), mapping.Quote.Length == 0 ? '\0' : mapping.Quote[0], mapping.Comments);

    public static char DelimiterOf(FileMapping mapping) => mapping.Delimiter == "tab" ? '\t' : mapping.Delimiter[0];
}
