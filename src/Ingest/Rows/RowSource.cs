using System.Globalization;
using FinInvest.Graph.Ingest.Delimited;
using FinInvest.Graph.Ingest.Facts;
using FinInvest.Graph.Ingest.Mapping;
using FinInvest.Graph.Ingest.Parsing;

namespace FinInvest.Graph.Ingest.Rows;

/// <summary>The data rows of one file under one mapping: header found, columns resolved, lines that are no rows set aside and counted, faulty lines turned into rejects.</summary>
internal sealed class RowSource
{
    private readonly FileMapping mapping;
    private readonly FactFile target;
    private readonly string fileName;
    private readonly bool own;
    private readonly Day baseDay;
    private readonly List<(Cell Cell, IReadOnlyList<string> Values)> filters = [];
    private string[] header = [];
    private int width;

    /// <param name="own">Our own format: every column must be known, and the line must be as wide as the header.</param>
    public RowSource(DelimitedReader reader, string fileName, FileMapping mapping, FactFile target, bool own)
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
        Lines = new LineRules(reader, mapping.Lines, Amounts);
    }

    public DelimitedReader Reader { get; }
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
            if (Reader.Fault == DelimitedFault.None && (IsBlank() || Lines.Take()))
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
            if (Reader.Fault != DelimitedFault.None)
            {
                Reject(RowReject.CodeOf(Reader.Fault), "", Reader.Raw);
                continue;
            }

            if (HasWidth() && !IsFiltered())
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
        Rejects.Add(RowReject.Of(code, fileName, Reader.Line, column, text, more, Reader.Raw));
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
        return new Cell(name, index, column, column.Dates is null ? Dates : Formats(column.Dates));
    }

    private bool OpenOwn()
    {
        if (!Reader.Read())
        {
            return true;
        }

        if (Reader.Fault != DelimitedFault.None)
        {
            Reject(RowReject.CodeOf(Reader.Fault), "", Reader.Raw);
            return false;
        }

        TakeHeader();
        for (var i = 0; i < header.Length; i++)
        {
            if (target.IndexOf(header[i]) < 0)
            {
                Reject(RejectCodes.HeaderColumnUnknown, header[i], header[i], $"Columns of {target.FileName}: {string.Join(", ", target.Columns.Select(c => c.Name))}.");
                return false;
            }

            if (Array.IndexOf(header, header[i]) < i)
            {
                Reject(RejectCodes.HeaderColumnTwice, header[i], header[i]);
                return false;
            }
        }

        foreach (var column in target.Columns.Where(c => c.Required && Array.IndexOf(header, c.Name) < 0))
        {
            Reject(RejectCodes.HeaderColumnMissing, column.Name, "");
            return false;
        }

        return true;
    }

    /// <summary>The first line that names every mapped column. What stands above are title lines.</summary>
    private bool FindHeader()
    {
        var wanted = mapping.Columns.Values.Concat(mapping.SkipRows.Select(r => r.Column)).Select(c => c.Column).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var best = (Found: -1, Line: 0, Missing: "", Raw: "");
        for (var line = 0; line < Limits.HeaderLinesMax && Reader.Read(); line++)
        {
            if (Reader.Fault is DelimitedFault.ArchiveDamaged or DelimitedFault.NulByte or DelimitedFault.EncodingInvalid or DelimitedFault.LineTooLong)
            {
                Reject(RowReject.CodeOf(Reader.Fault), "", Reader.Raw);
                return false;
            }

            TakeHeader();
            var missing = wanted.Where(w => !Array.Exists(header, h => SameName(h, w))).ToList();
            if (missing.Count == 0)
            {
                return NamedOnce(wanted);
            }

            if (wanted.Count - missing.Count > best.Found)
            {
                best = (wanted.Count - missing.Count, Reader.Line, missing[0], Reader.Raw.ToString());
            }

            Skipped.Add(Reader.Line);
            Lines.Take();
        }

        if (best.Found >= 0)
        {
            Rejects.Add(RowReject.Of(RejectCodes.HeaderColumnMissing, fileName, best.Line, best.Missing, "", $"No line among the first {Limits.HeaderLinesMax} names all mapped columns; this one comes nearest.", best.Raw));
        }

        // An empty file is one without rows, not one without a header.
        return best.Found < 0;
    }

    private bool NamedOnce(List<string> wanted)
    {
        foreach (var name in wanted.Where(w => header.Count(h => SameName(h, w)) > 1))
        {
            Reject(RejectCodes.HeaderColumnTwice, name, name, "A mapping may name it by its position.");
            return false;
        }

        return true;
    }

    private void TakeHeader()
    {
        width = Reader.FieldCount;
        header = new string[width];
        for (var i = 0; i < width; i++)
        {
            header[i] = OneLine(Reader.Field(i));
        }
    }

    /// <summary>Header cells may be broken over lines and padded.</summary>
    internal static string OneLine(ReadOnlySpan<char> cell) => string.Join(' ', cell.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool SameName(string header, string wanted) => string.Equals(header, OneLine(wanted), StringComparison.OrdinalIgnoreCase);

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
