using System.Globalization;

namespace FinInvest.Graph.Ingest.Workbooks;

/// <summary>A date as a spreadsheet shows it; 1900-02-29 and 1900-01-00 are among them, since spreadsheets show those too.</summary>
/// <param name="Millisecond">Of the day; 0 = no time, or midnight.</param>
internal readonly record struct SheetMoment(int Year, int Month, int Day, int Millisecond)
{
    private const int DayMilliseconds = 86_400_000;
    private static readonly DateTime Base1900 = new(1899, 12, 30);
    private static readonly DateTime Base1904 = new(1904, 1, 1);

    /// <summary>From the count of days that a cell holds. False = a spreadsheet shows no date for it (negative, or after 9999).</summary>
    /// <param name="is1904">The workbook counts from 1904-01-01 as day 0; else 1900-01-01 is day 1 and a 29th of February 1900 is counted that never was.</param>
    public static bool TryOf(string plain, bool is1904, out SheetMoment moment)
    {
        moment = default;
        if (!decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count) || count >= 2_958_466)
        {
            return false;
        }

        var days = (int)decimal.Floor(count);
        var milliseconds = (int)decimal.Round((count - days) * DayMilliseconds, MidpointRounding.AwayFromZero);
        if (milliseconds == DayMilliseconds)
        {
            days++;
            milliseconds = 0;
        }

        if (!is1904 && days is (0 or 60))
        {
            moment = days == 0 ? new SheetMoment(1900, 1, 0, milliseconds) : new SheetMoment(1900, 2, 29, milliseconds);
            return true;
        }

        var number = is1904 ? days : days < 60 ? days + 1 : days;
        var start = is1904 ? Base1904 : Base1900;
        if (number > (DateTime.MaxValue.Date - start).Days)
        {
            return false;
        }

        var date = start.AddDays(number);
        moment = new SheetMoment(date.Year, date.Month, date.Day, milliseconds);
        return true;
    }

    /// <summary>yyyy-MM-dd, with the time where there is one.</summary>
    public override string ToString()
    {
        var day = string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}-{Day:00}");
        var seconds = Millisecond / 1000;
        return Millisecond == 0 ? day : string.Create(CultureInfo.InvariantCulture, $"{day} {seconds / 3600:00}:{seconds / 60 % 60:00}:{seconds % 60:00}")
            + (Millisecond % 1000 == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $".{Millisecond % 1000:000}"));
    }
}
