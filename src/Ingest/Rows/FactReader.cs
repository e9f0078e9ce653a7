using System.Globalization;
using FinInvest.Graph.Ingest.Facts;

namespace FinInvest.Graph.Ingest.Rows;

/// <summary>Rows that become facts, a batch at a time.</summary>
internal sealed class FactReader(RowSource source, FactFile file, ReadingContext context, SourceDocument document, string stem)
{
    private readonly FactFields fields = new(file, context, source.Amounts, source.Rounding, source.Dates);
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);

    public IEnumerable<RecordBatch> Read()
    {
        var cells = file.Columns.Select(c => source.Cell(c.Name)).ToArray();
        fields.DatesByColumn = [.. cells.Select(c => c.Dates)];
        long rounded = 0;
        while (!source.AtEnd)
        {
            var facts = new List<FactRow>();
            while (facts.Count < Limits.BatchRowsMax && source.Next())
            {
                if (ReadRow(cells) is { } fact)
                {
                    facts.Add(new FactRow(fact, document.Hash, source.DataRow));
                }
            }

            rounded = fields.Rounded;
            var rejects = source.TakeRejects();
            yield return new RecordBatch(null, facts, rejects, facts.Count + rejects.Count, source.AtEnd ? Notes(rounded) : null);
        }
    }

    private IFact? ReadRow(Cell[] cells)
    {
        fields.Begin(string.Create(CultureInfo.InvariantCulture, $"{document.Hash.Short()}/{stem}/{source.DataRow}"));
        for (var i = 0; i < cells.Length; i++)
        {
            if (!cells[i].TryRead(source.Reader, out var text))
            {
                fields.Fail(RejectCodes.ValueNotKnown, cells[i].Name, text.ToString(), "The mapping's values do not cover it.");
            }

            if (!text.IsEmpty)
            {
                fields.Set(i, string.Concat(cells[i].Prefix, text));
            }
        }

        fields.CheckRequired();
        var fact = fields.Fault is null ? file.Build!(fields) : null;
        if (fact is not null && fields.Fault is null && !ids.Add(fact.Id))
        {
            fields.Fail(RejectCodes.IdTwice, "id", fact.Id);
        }

        if (fields.Fault is { } fault)
        {
            source.Reject(fault);
            return null;
        }

        return fact;
    }

    private List<ReadingNote> Notes(long rounded)
    {
        var notes = new List<ReadingNote>();
        foreach (var (code, count, what) in new[]
        {
            (NoteCodes.LinesSkipped, source.Skipped.Count, source.Skipped.Sentence),
            (NoteCodes.RowsFiltered, source.RowsFiltered, "rows were left out by a filter of the mapping."),
            (NoteCodes.AmountsRounded, rounded, "amounts had more decimals than their currency and were rounded as the mapping states."),
        })
        {
            if (count > 0)
            {
                notes.Add(new ReadingNote(code, count, string.Create(CultureInfo.InvariantCulture, $"{count} {what}")));
            }
        }

        notes.AddRange(source.Reader.Notes);
        return notes;
    }
}
