using FinInvest.Graph.Ingest.Drafting;

namespace FinInvest.Graph.Ingest.Mapping;

/// <summary>A mapping proposed from a file, with ten rows as it would read them, what was guessed and what a person must decide before it is used.</summary>
/// <param name="Guesses">What was found and by what sign.</param>
/// <param name="Questions">What the file does not tell; each names the property to set.</param>
/// <param name="RowsRead">Rows of the sample that were read with the mapping.</param>
public sealed record MappingDraft(RecordMapping Mapping, IReadOnlyList<DraftRow> Rows, IReadOnlyList<string> Guesses, IReadOnlyList<string> Questions,
    long RowsRead, IReadOnlyList<Reject> Rejects, IReadOnlyList<ReadingNote> Notes)
{
    /// <summary>Looks at the head of a file (at most <see cref="Limits.DraftLinesMax"/> lines).</summary>
    /// <exception cref="ArgumentException">The file is an Excel workbook that cannot be read; the message says why.</exception>
    public static MappingDraft From(Stream content, string fileName, ReadingContext context) => new Drafter(fileName, context).Draft(content);
}
