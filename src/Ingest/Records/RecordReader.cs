using FinInvest.Graph.Ingest.Parsing;

namespace FinInvest.Graph.Ingest.Records;

/// <summary>
/// The records of a file one after the other, each a list of texts, whatever the file is: lines of delimited text or rows of a sheet.
/// What stands above (headers, mappings, amounts, dates, rejects) knows no other form, so that a statement reads the same in each.
/// </summary>
internal abstract class RecordReader : IDisposable
{
    /// <summary>1-based line of the file (row of the sheet) on which the record starts.</summary>
    public int Line { get; protected set; }
    public int FieldCount { get; protected set; }
    public RecordFault Fault { get; protected set; }

    /// <summary>The record as it stands in the file; of a sheet, as delimited text with the mapping's delimiter, so that it can be mended and read again.</summary>
    public abstract ReadOnlySpan<char> Raw { get; }

    /// <summary>The text of a cell; empty where the record has fewer.</summary>
    public abstract ReadOnlySpan<char> Field(int index);

    /// <summary>Next record that is not blank. False at the end.</summary>
    public abstract bool Read();

    /// <summary>The text of a cell in a header, which may stand above in a merged cell.</summary>
    public virtual ReadOnlySpan<char> Heading(int index) => Field(index);

    /// <summary>Whether every record must have as many cells as the header: in delimited text another number means a shifted row.</summary>
    public virtual bool HasFixedWidth => true;

    /// <summary>Code of what makes a single cell unreadable, whatever is asked of it; "" = nothing.</summary>
    public virtual string CellFault(int index) => "";

    /// <summary>Where a cell stands, as a sentence for a person; "" where the line says it.</summary>
    public virtual string PlaceOf(int index) => "";

    /// <summary>How the mapping writes the dates of a column (-1 = of every other): cells that are dates by themselves are given so.</summary>
    public virtual void UseDates(int index, IReadOnlyList<DateFormat> dates)
    {
    }

    /// <summary>What the receipt should say of the file as a whole.</summary>
    public virtual IEnumerable<ReadingNote> Notes => [];

    public abstract void Dispose();
}
