using System.Globalization;
using FinInvest.Graph.Ingest.Facts;
using FinInvest.Graph.Ingest.Mapping;
using FinInvest.Graph.Ingest.Parsing;
using FinInvest.Graph.Ingest.Records;

namespace FinInvest.Graph.Ingest.Rows;

/// <summary>The data rows of one file under one mapping: header found, columns resolved, lines that are no rows set aside and counted, faulty lines turned into rejects.</summary>
internal sealed partial class RowSource
{
    private readonly FileMapping mapping;
    private readonly FactFile target;
    private readonly string fileName;
    private readonly bool own;
    private readonly Day baseDay;
    private readonly List<(Cell Cell, IReadOnlyList<string> Values)> filters = [];
    private readonly List<Cell> mapped = [];
    private string[] header = [];
    private int width;

    /// <param name="own">Our own format: every column must be known, and the line must be as wide as the header.</param>
    public RowSource(RecordReader reader, string fileName, FileMapping mapping, FactFile target, bool own)
    {
        Reader = reader;
        this.fileName = fileName;
        this.mapping = mapping;
        this.target = target;
        this.own = own;
        baseDay = Day.TryParse(mapping.DaysSince, out var day) ? day : Day.None;
        Amounts = new AmountFormat(mapping.Decimal[0], mapping.Thousands);
        Rounding = mapping.Rounding switch { "half-even" => Rounding.HalfEven, "half-up" => Rounding.HalfUp, "down" => Rounding.Down, _ => Rounding.None };
        Dates = Formats(mapping.Dates);
        reader.UseDates(-1, Dates);
        Lines = new LineRules(reader, mapping.Lines, Amounts);
    }

    public RecordReader Reader { get; }
    public AmountFormat Amounts { get; }
    public Rounding Rounding { get; }
    public IReadOnlyList<DateFormat> Dates { get; }

    /// <summary>Data rows so far, rejected and filtered ones included: the row number of sources that give none.</summary>
    public int DataRow { get; private set; }
    public SkippedLines Skipped { get; } = new();
    public long RowsRejected { get; private set; }
    public long RowsFiltered { get; private set; }
    public List<Reject> Rejects { get; } = [];

    /// <summary>What the lines that are no rows stated.</summary>
    public LineRules Lines { get; }

    /// <summary>No row can be read: the reject says why.</summary>
    public bool Failed { get; private set; }

    public bool Open()
    {
        if (mapping.Header)
        {
            Failed = own ? !OpenOwn() : !FindHeader();
        }
        else
        {
            for (var i = 0; i < mapping.SkipLines && Reader.Read(); i++)
            {
                Skipped.Add(Reader.Line);
                Lines.Take();
            }
        }

        foreach (var filter in mapping.SkipRows)
        {
            filters.Add((Resolve("", filter.Column), filter.Values));
        }

        return !Failed;
    }

    /// <summary>A column of the target as this file has it; absent where it has not.</summary>
    public Cell Cell(string name) => mapping.Columns.TryGetValue(name, out var column) ? Resolve(name, column)
        : own && Array.IndexOf(header, name) is var at and >= 0 ? new Cell(name, at, new ColumnMapping { Column = name }, Dates) : Rows.Cell.Absent(name);

    /// <summary>Next data row, in <see cref="Reader"/>; faulty lines go to <see cref="Rejects"/>. False at the end, or when enough rejects have gathered for a batch.</summary>
    public bool Next()
    {
        while (Rejects.Count < Limits.BatchRowsMax && Reader.Read())
        {
            if (Reader.Fault == RecordFault.None && (IsBlank() || Lines.Take()))
            {
                Skipped.Add(Reader.Line);
                continue;
            }

            if (DataRow == Limits.RowsMax)
            {
                Reject(RejectCodes.FileTooManyRows, "", "");
                AtEnd = true;
                return false;
            }

            DataRow++;
            if (Reader.Fault != RecordFault.None)
            {
                Reject(RowReject.CodeOf(Reader.Fault), "", Reader.Raw);
                continue;
            }

            if (HasWidth() && !IsFiltered() && !HasCellFault())
            {
                return true;
            }
        }

        AtEnd = Rejects.Count < Limits.BatchRowsMax;
        return false;
    }

    public bool AtEnd { get; private set; }

    public void Reject(string code, string column, ReadOnlySpan<char> text, string more = "")
    {
        RowsRejected++;
        var place = mapped.Find(c => c.Name == column) is { } cell ? Reader.PlaceOf(cell.Index) : "";
        Rejects.Add(RowReject.Of(code, fileName, Reader.Line, column, text, more.Length > 0 && place.Length > 0 ? more + " " + place : more + place, Reader.Raw));
    }

    public void Reject(in RowFault fault) => Reject(fault.Code, fault.Column, fault.Text, fault.More);

    /// <summary>Rejects gathered since the last call.</summary>
    public IReadOnlyList<Reject> TakeRejects()
    {
        var taken = Rejects.ToArray();
        Rejects.Clear();
        return taken;
    }

    private DateFormat[] Formats(IReadOnlyList<string> patterns) =>
        [.. patterns.Select(p => DateFormat.TryOf(p, baseDay, out var f) ? f : throw new InvalidOperationException($"The mapping's date pattern '{p}' was not checked."))];

    private Cell Resolve(string name, ColumnMapping column)
    {
        var index = column.Position is { } position ? position - 1 : column.Column is { } wanted ? Array.FindIndex(header, h => SameName(h, wanted)) : -1;
        var cell = new Cell(name, index, column, column.Dates is null ? Dates : Formats(column.Dates));
        if (index >= 0)
        {
            mapped.Add(cell);
            Reader.UseDates(index, cell.Dates);
        }

        return cell;
    }

    private bool IsBlank()
    {
        if (own)
        {
            return false;
        }

        for (var i = 0; i < Reader.FieldCount; i++)
        {
            if (!Reader.Field(i).IsWhiteSpace())
            {
                return false;
            }
        }

        return true;
    }

    private bool HasWidth()
    {
        if (!Reader.HasFixedWidth)
        {
            return true;
        }

        var found = Reader.FieldCount;
        width = width == 0 ? found : width;
        if (found > width && !own)
        {
            // A delimiter at the line's end is common and says nothing.
            while (found > width && Reader.Field(found - 1).IsWhiteSpace())
            {
                found--;
            }
        }

        if (found == width)
        {
            return true;
        }

        Reject(found < width ? RejectCodes.ColumnsTooFew : RejectCodes.ColumnsTooMany, "", Reader.Raw, string.Create(CultureInfo.InvariantCulture, $"{found} instead of {width}."));
        return false;
    }

    /// <summary>A cell that the mapping uses and that says nothing readable by itself.</summary>
    private bool HasCellFault()
    {
        foreach (var cell in mapped)
        {
            if (Reader.CellFault(cell.Index) is { Length: > 0 } code)
            {
                Reject(code, cell.Name, Reader.Field(cell.Index));
                return true;
            }
        }

        return false;
    }

    private bool IsFiltered()
    {
        foreach (var (cell, values) in filters)
        {
            var text = cell.Read(Reader);
            foreach (var value in values)
            {
                if (text.Equals(value, StringComparison.OrdinalIgnoreCase))
                {
                    RowsFiltered++;
                    return true;
                }
            }
        }

        return false;
    }
}
