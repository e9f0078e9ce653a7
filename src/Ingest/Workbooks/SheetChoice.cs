using System.Globalization;

namespace FinInvest.Graph.Ingest.Workbooks;

/// <summary>Which sheet of a workbook a mapping means.</summary>
internal static class SheetChoice
{
    private const int ShownMax = 10;

    /// <param name="wanted">Name or number (the first is 1) of a sheet; "" = the only one that has rows.</param>
    /// <returns>0-based place among the sheets.</returns>
    /// <exception cref="WorkbookException">There is no such sheet, or several have rows and none is named.</exception>
    public static int Of(Workbook workbook, string wanted)
    {
        var names = workbook.Names;
        if (wanted.Length > 0)
        {
            // A sheet may be called "2": a name stands above a number.
            var named = Enumerable.Range(0, names.Count).FirstOrDefault(i => string.Equals(names[i].Trim(), wanted.Trim(), StringComparison.OrdinalIgnoreCase), -1);
            return named >= 0 ? named
                : int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= names.Count ? number - 1
                : throw new WorkbookException(RejectCodes.SheetNotFound, $"The mapping names '{wanted}'; the workbook has {Listed(names)}.");
        }

        var filled = Enumerable.Range(0, names.Count).Where(workbook.HasRows).ToList();
        return filled.Count switch
        {
            0 => throw new WorkbookException(RejectCodes.FileWithoutRows, "No sheet of the workbook has a filled cell."),
            1 => filled[0],
            _ => throw new WorkbookException(RejectCodes.SheetNotChosen, $"Rows are in {Listed([.. filled.Select(i => names[i])])}."),
        };
    }

    /// <summary>Names in quotes, at most ten, with "n of N".</summary>
    public static string Listed(IReadOnlyList<string> names) => string.Join(", ", names.Take(ShownMax).Select(n => $"'{n}'"))
        + (names.Count > ShownMax ? string.Create(CultureInfo.InvariantCulture, $" ({ShownMax} of {names.Count})") : "");
}
