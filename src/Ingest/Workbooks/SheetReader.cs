using System.Globalization;
using System.Text;
using FinInvest.Graph.Ingest.Mapping;
using FinInvest.Graph.Ingest.Parsing;
using FinInvest.Graph.Ingest.Records;

namespace FinInvest.Graph.Ingest.Workbooks;

/// <summary>
/// The rows of one sheet as records: numbers with the mapping's decimal mark, dates in the mapping's pattern, so that everything above reads them as it reads the same statement as text.
/// The sheet is read to its end once before its first row is given: a damaged or hostile workbook gives no row at all.
/// </summary>
internal sealed class SheetReader : RecordReader
{
    private readonly Workbook workbook;
    private readonly SheetRows rows;
    private readonly string sheet;
    private readonly char decimalMark;
    private readonly char delimiter;
    private readonly char quote;
    private readonly List<ReadingNote> notes = [];
    private readonly List<MergedArea> merged;
    private readonly Dictionary<MergedArea, string> mergedTexts = [];
    private readonly Dictionary<int, List<DateFormat>> dates = [];

    /// <summary>Place in the row's cells by column, plus one.</summary>
    private readonly int[] cellAt = new int[Limits.ColumnsMax];
    private readonly string?[] shown = new string?[Limits.ColumnsMax];
    private IReadOnlyList<DateFormat> otherDates = [];
    private string? raw;

    private SheetReader(Workbook workbook, int at, FileMapping mapping)
    {
        this.workbook = workbook;
        sheet = workbook.Names[at];
        decimalMark = mapping.Decimal[0];
        delimiter = RecordReaders.DelimiterOf(mapping);
        quote = mapping.Quote.Length == 0 ? '\0' : mapping.Quote[0];
        merged = LookThrough(at);
        Others(at);
        rows = workbook.Rows(at, again: true);
    }

    public override bool HasFixedWidth => false;
    public override IEnumerable<ReadingNote> Notes => notes;
    public override ReadOnlySpan<char> Raw => raw ??= Joined();

    /// <exception cref="WorkbookException">The workbook cannot be read, or it is not clear which of its sheets is meant.</exception>
    public static SheetReader Open(Stream content, FileMapping mapping)
    {
        var workbook = Workbook.Open(content);
        try
        {
            return new SheetReader(workbook, SheetChoice.Of(workbook, mapping.Sheet), mapping);
        }
        catch
        {
            workbook.Dispose();
            throw;
        }
    }

    public override bool Read()
    {
        foreach (var cell in rows.Cells.TakeWhile(c => c.Column < Limits.ColumnsMax))
        {
            cellAt[cell.Column] = 0;
            shown[cell.Column] = null;
        }

        raw = null;
        while (rows.Next())
        {
            if (rows.Cells.TrueForAll(c => string.IsNullOrWhiteSpace(c.Text)))
            {
                continue;
            }

            Line = rows.Row;
            Take();
            return true;
        }

        FieldCount = 0;
        return false;
    }

    public override ReadOnlySpan<char> Field(int index) => index < FieldCount && cellAt[index] is > 0 and var at ? shown[index] ??= Shown(rows.Cells[at - 1]) : default;

    /// <summary>A header of several rows has its one-row titles merged down: each of its rows then reads as if it had them.</summary>
    public override ReadOnlySpan<char> Heading(int index)
    {
        var own = Field(index);
        foreach (var area in merged)
        {
            if (own.IsEmpty && index == area.Column && area.Covers(Line, index) && mergedTexts.TryGetValue(area, out var above))
            {
                return above;
            }
        }

        return own;
    }

    public override string CellFault(int index) => index >= FieldCount || cellAt[index] == 0 ? "" : rows.Cells[cellAt[index] - 1] switch
    {
        { Kind: SheetCellKind.Error } => RejectCodes.CellError,
        { Kind: SheetCellKind.NotCalculated } => RejectCodes.FormulaWithoutValue,
        { IsLost: true } => RejectCodes.NumberDigitsLost,
        _ => "",
    };

    public override string PlaceOf(int index) => string.Create(CultureInfo.InvariantCulture, $"Cell {CellPlace.Letters(index)}{Line} of sheet '{sheet}'.");

    public override void UseDates(int index, IReadOnlyList<DateFormat> formats)
    {
        if (index < 0)
        {
            otherDates = formats;
            return;
        }

        if (!dates.TryGetValue(index, out var known))
        {
            dates.Add(index, known = []);
        }

        known.AddRange(formats);
    }

    public override void Dispose()
    {
        rows.Dispose();
        workbook.Dispose();
    }

    private void Take()
    {
        FieldCount = 0;
        Fault = RecordFault.None;
        for (var i = 0; i < rows.Cells.Count; i++)
        {
            var column = rows.Cells[i].Column;
            if (column >= Limits.ColumnsMax)
            {
                Fault = RecordFault.ColumnsTooMany;
                return;
            }

            cellAt[column] = i + 1;
            FieldCount = column + 1;
        }

        foreach (var area in merged)
        {
            if (area.Row == Line)
            {
                mergedTexts[area] = Field(area.Column).ToString();
            }

            FieldCount = area.Covers(Line, area.Column) && area.Column < Limits.ColumnsMax && Line <= Limits.HeaderLinesMax ? Math.Max(FieldCount, area.Column + 1) : FieldCount;
        }
    }

    private string Shown(in SheetCell cell)
    {
        switch (cell.Kind)
        {
            case SheetCellKind.Number:
                return cell.Text.Replace('.', decimalMark);
            case SheetCellKind.Date:
                foreach (var format in dates.TryGetValue(cell.Column, out var own) ? own : otherDates)
                {
                    if (format.Written(cell.Moment.Year, cell.Moment.Month, cell.Moment.Day, cell.Moment.Millisecond) is { } text)
                    {
                        return text;
                    }
                }

                return cell.Moment.ToString();
            default:
                return cell.Text;
        }
    }

    private string Joined()
    {
        var text = new StringBuilder();
        for (var i = 0; i < FieldCount; i++)
        {
            text.Append(i > 0 ? delimiter.ToString() : "");
            var field = Field(i);
            if (field.IndexOfAny(delimiter, '\n', '\r') < 0 && (quote == '\0' || field.IndexOf(quote) < 0))
            {
                text.Append(field);
            }
            else if (quote == '\0')
            {
                text.Append(field.ToString().Replace(delimiter, ' ').ReplaceLineEndings(" "));
            }
            else
            {
                text.Append(quote).Append(field.ToString().Replace(quote.ToString(), new string(quote, 2), StringComparison.Ordinal)).Append(quote);
            }
        }

        return text.ToString();
    }

    private List<MergedArea> LookThrough(int at)
    {
        using var all = workbook.Rows(at);
        var hidden = 0;
        while (all.Next())
        {
            hidden += all.IsHidden && all.Cells.Count > 0 ? 1 : 0;
        }

        if (hidden > 0)
        {
            notes.Add(new ReadingNote(NoteCodes.HiddenRows, hidden, string.Create(CultureInfo.InvariantCulture, $"{hidden} rows are hidden in sheet '{sheet}' and were read like the others.")));
        }

        return all.Merged;
    }

    private void Others(int at)
    {
        var others = Enumerable.Range(0, workbook.Names.Count).Where(i => i != at && workbook.HasRows(i)).Select(i => workbook.Names[i]).ToList();
        if (others.Count > 0)
        {
            notes.Add(new ReadingNote(NoteCodes.SheetsNotRead, others.Count, string.Create(CultureInfo.InvariantCulture,
                $"{others.Count} other sheets of the workbook hold rows and were not read with sheet '{sheet}': {SheetChoice.Listed(others)}.")));
        }
    }
}
