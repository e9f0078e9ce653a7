using System.Globalization;

namespace FinInvest.Graph.Ingest.Workbooks;

/// <summary>Places as spreadsheets write them: C12 is column 3 (index 2) of row 12.</summary>
internal static class CellPlace
{
    /// <summary>The last column of a sheet, XFD.</summary>
    public const int ColumnsMax = 16_384;

    /// <summary>The last row of a sheet.</summary>
    public const int RowsMax = 1_048_576;

    /// <param name="column">0-based.</param>
    public static bool TryRead(ReadOnlySpan<char> text, out int column, out int row)
    {
        column = 0;
        row = 0;
        var at = 0;
        for (; at < text.Length && char.IsAsciiLetter(text[at]) && at < 4; at++)
        {
            column = (column * 26) + (char.ToUpperInvariant(text[at]) - 'A' + 1);
        }

        column--;
        return at is > 0 and < 4 && column < ColumnsMax
            && int.TryParse(text[at..], NumberStyles.None, CultureInfo.InvariantCulture, out row) && row is >= 1 and <= RowsMax;
    }

    /// <param name="column">0-based.</param>
    public static string Letters(int column)
    {
        var letters = "";
        for (column++; column > 0; column = (column - 1) / 26)
        {
            letters = (char)('A' + ((column - 1) % 26)) + letters;
        }

        return letters;
    }
}
