using System.Globalization;

namespace FinInvest.Graph.Model.Values;

/// <summary>A calendar day, counted from 1970-01-01 (day 0), local to the bank that booked (definitions A5).</summary>
public readonly record struct Day(int Number) : IComparable<Day>
{
    /// <summary>Column value of "no day given".</summary>
    public const int NoneNumber = int.MinValue;

    public static Day None => new(NoneNumber);
    public bool IsNone => Number == NoneNumber;
    public static Day Of(int year, int month, int day) => From(new DateOnly(year, month, day));
    public static Day From(DateOnly date) => new(date.DayNumber - Epoch);

    /// <summary>Reads yyyy-MM-dd only.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Day day)
    {
        var good = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date);
        day = good ? From(date) : None;
        return good;
    }

    public DateOnly ToDate() => DateOnly.FromDayNumber(Number + Epoch);
    public int CompareTo(Day other) => Number.CompareTo(other.Number);
    public Day AddDays(int days) => new(Number + days);
    public override string ToString() => IsNone ? "" : ToDate().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    public static bool operator <(Day a, Day b) => a.Number < b.Number;
    public static bool operator >(Day a, Day b) => a.Number > b.Number;
    public static bool operator <=(Day a, Day b) => a.Number <= b.Number;
    public static bool operator >=(Day a, Day b) => a.Number >= b.Number;

    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;
}
