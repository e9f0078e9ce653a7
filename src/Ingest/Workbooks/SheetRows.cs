using System.Globalization;
using System.Text;
using System.Xml;

namespace FinInvest.Graph.Ingest.Workbooks;

/// <summary>The rows of a sheet in their order, each with its filled cells; what the sheet claims of its own size is not looked at.</summary>
internal sealed class SheetRows(XmlReader xml, Workbook workbook, string sheet) : IDisposable
{
    private readonly StringBuilder scratch = new();

    /// <summary>1-based number of the row, as a spreadsheet shows it.</summary>
    public int Row { get; private set; }
    public bool IsHidden { get; private set; }
    public List<SheetCell> Cells { get; } = [];

    /// <summary>Merged areas of more than one row that begin where a header may stand; known after the last row.</summary>
    public List<MergedArea> Merged { get; } = [];

    public bool Next()
    {
        Cells.Clear();
        while (xml.Step())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (xml.LocalName == "row")
            {
                ReadRow();
                return true;
            }

            if (xml.LocalName == "mergeCell")
            {
                Merge(xml.GetAttribute("ref") ?? "");
            }
        }

        return false;
    }

    public void Dispose() => xml.Dispose();

    private void ReadRow()
    {
        var number = Row + 1;
        if (xml.GetAttribute("r") is { } stated && (!int.TryParse(stated, NumberStyles.None, CultureInfo.InvariantCulture, out number) || number <= Row))
        {
            throw Damaged($"row '{Short(stated)}' stands after row {Row}");
        }

        if (number > CellPlace.RowsMax)
        {
            throw Damaged(string.Create(CultureInfo.InvariantCulture, $"row {number} is beyond the last a sheet can have"));
        }

        Row = number;
        IsHidden = xml.GetAttribute("hidden") is "1" or "true";
        if (xml.IsEmptyElement)
        {
            return;
        }

        var depth = xml.Depth;
        var column = -1;
        while (xml.Step() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "c")
            {
                column = ColumnAfter(column);
                ReadCell(column);
            }
        }
    }

    private int ColumnAfter(int before)
    {
        var column = before + 1;
        if (xml.GetAttribute("r") is { } place)
        {
            if (!CellPlace.TryRead(place, out column, out var row) || row != Row || column <= before)
            {
                throw Damaged($"a cell that calls itself '{Short(place)}' stands in row {Row} after column {CellPlace.Letters(Math.Max(before, 0))}");
            }
        }

        return column < CellPlace.ColumnsMax ? column : throw Damaged($"row {Row} has more columns than a sheet can have");
    }

    private void ReadCell(int column)
    {
        var type = xml.GetAttribute("t") ?? "n";
        var style = int.TryParse(xml.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var s) ? s : -1;
        if (xml.IsEmptyElement)
        {
            return;
        }

        string? value = null, formula = null;
        var depth = xml.Depth;
        while (xml.Step() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element || xml.Depth != depth + 1)
            {
                continue;
            }

            switch (xml.LocalName)
            {
                case "v": value = xml.Text(scratch); break;
                case "f": formula = xml.Text(scratch); break;
                case "is": value = xml.Text(scratch, "t"); break;
            }
        }

        if (value is null || (value.Length == 0 && type is not ("str" or "inlineStr" or "s")))
        {
            if (formula is not null)
            {
                Cells.Add(new SheetCell(column, SheetCellKind.NotCalculated, "=" + formula));
            }

            return;
        }

        if (CellOf(column, type, value, workbook.Forms[style]) is { Text.Length: > 0 } cell)
        {
            Cells.Add(cell);
        }
    }

    private SheetCell CellOf(int column, string type, string value, CellForm form) => type switch
    {
        "s" => new SheetCell(column, SheetCellKind.Text, int.TryParse(value.AsSpan().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < workbook.Strings.Count ? workbook.Strings[i]
            : throw Damaged($"cell {CellPlace.Letters(column)}{Row} names a text that is not there")),
        "e" => new SheetCell(column, SheetCellKind.Error, value.Trim()),
        "b" => new SheetCell(column, SheetCellKind.Text, value.Trim() switch { "1" or "true" => "TRUE", _ => "FALSE" }),
        "n" => Number(column, value, form),
        "d" => Iso(column, value.Trim()),
        _ => new SheetCell(column, SheetCellKind.Text, value),
    };

    private SheetCell Number(int column, string value, CellForm form)
    {
        if (!SheetNumber.TryRead(value, out var plain, out var isLost))
        {
            throw Damaged($"cell {CellPlace.Letters(column)}{Row} holds '{Short(value)}' where a number should stand");
        }

        if (form.IsDate && SheetMoment.TryOf(plain, workbook.Is1904, out var moment))
        {
            return new SheetCell(column, SheetCellKind.Date, plain, moment);
        }

        var isWhole = plain[0] != '-' && !plain.Contains('.', StringComparison.Ordinal);
        return new SheetCell(column, SheetCellKind.Number, isWhole ? plain.PadLeft(form.Digits, '0') : plain, IsLost: isLost);
    }

    /// <summary>Strict files may write a date as text; what is none of these is given as it stands.</summary>
    private static SheetCell Iso(int column, string value) =>
        DateTime.TryParseExact(value, ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ss.fff", "yyyy-MM-ddTHH:mm:ssZ", "yyyy-MM-ddTHH:mm:ss.fffZ"], CultureInfo.InvariantCulture,
            DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var at)
            ? new SheetCell(column, SheetCellKind.Date, value, new SheetMoment(at.Year, at.Month, at.Day, (int)at.TimeOfDay.TotalMilliseconds))
            : new SheetCell(column, SheetCellKind.Text, value);

    private void Merge(string area)
    {
        var colon = area.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && CellPlace.TryRead(area.AsSpan(0, colon), out var column, out var row) && CellPlace.TryRead(area.AsSpan(colon + 1), out var lastColumn, out var lastRow)
            && lastRow > row && row <= Limits.HeaderLinesMax && Merged.Count < Limits.WorkbookMergedMax)
        {
            Merged.Add(new MergedArea(row, column, lastRow, lastColumn));
        }
    }

    private WorkbookException Damaged(string what) => WorkbookException.Damaged($"In sheet '{Short(sheet)}' {what}.");

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "...";
}
