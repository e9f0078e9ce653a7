using System.Globalization;
using CsCheck;
using FinInvest.Graph.Ingest.Parsing;
using Xunit;

namespace FinInvest.Graph.Tests.Ingest.Parsing;

public class DateFormatTests
{
    private static readonly string[] Patterns = ["yyyy-MM-dd", "dd.MM.yyyy", "d/M/yyyy", "MM-dd-yyyy", "dd MMM yyyy"];

    // pattern, text => day, milliseconds of the day, offset in minutes
    [Theory]
    [InlineData("yyyy-MM-dd", "2024-02-29", "2024-02-29")]
    [InlineData("yyyy-MM-dd", "2023-02-29", null)]
    [InlineData("yyyy-MM-dd", "2024-2-09", null)]
    [InlineData("yyyy-MM-dd", "2024-02-09 ", "2024-02-09")]
    [InlineData("yyyy-MM-dd", "2024-02-09x", null)]
    [InlineData("dd.MM.yyyy", "01.03.2024", "2024-03-01")]
    [InlineData("d.M.yyyy", "1.3.2024", "2024-03-01")]
    [InlineData("d.M.yyyy", "31.12.2024", "2024-12-31")]
    [InlineData("dd.MM.yy", "01.03.69", "2069-03-01")]
    [InlineData("dd.MM.yy", "01.03.70", "1970-03-01")]
    [InlineData("MM/dd/yyyy", "03/01/2024", "2024-03-01")]
    [InlineData("dd-MMM-yyyy", "01-mar-2024", "2024-03-01")]
    [InlineData("dd-MMM-yyyy", "01-Mrz-2024", null)]
    [InlineData("dd.MM.yyyy HH:mm:ss", "01.03.2024 23:59:59", "2024-03-01 86399000")]
    [InlineData("dd.MM.yyyy HH:mm:ss", "01.03.2024 24:00:00", null)]
    [InlineData("yyyy-MM-dd HH:mm:ssf", "2020-06-21 06:30:59.06", "2020-06-21 23459060")]
    [InlineData("yyyy-MM-dd HH:mm:ssf", "2020-06-21 06:30:59", "2020-06-21 23459000")]
    [InlineData("yyyy-MM-dd HH:mm:ssf", "2020-06-21 06:30:59.0619", "2020-06-21 23459061")]
    [InlineData("yyyy-MM-ddTHH:mm:ssfK", "2020-06-21T00:00:00Z", "2020-06-21 0 0")]
    [InlineData("yyyy-MM-ddTHH:mm:ssfK", "2020-06-21T00:00:00+05:30", "2020-06-21 0 330")]
    [InlineData("yyyy-MM-ddTHH:mm:ssfK", "2020-06-21T00:00:00-0500", "2020-06-21 0 -300")]
    [InlineData("yyyy-MM-ddTHH:mm:ssfK", "2020-06-21T00:00:00", "2020-06-21 0")]
    [InlineData("yyyy-MM-ddTHH:mm:ssfz", "2020-06-21T00:00:00", null)]
    [InlineData("yyyyMMdd", "20240301", "2024-03-01")]
    [InlineData("unix-s", "1709251200", "2024-03-01 0 0")]
    [InlineData("unix-ms", "-1", "1969-12-31 86399999 0")]
    [InlineData("unix-ms", "99999999999999999", null)]
    [InlineData("days", "31", "2020-02-01")]
    [InlineData("days", "1.5", null)]
    public void A_text_is_a_moment_or_not_a_date(string pattern, string text, string? expected)
    {
        Assert.True(DateFormat.TryOf(pattern, Day.Of(2020, 1, 1), out var format));
        var found = format.TryRead(text, out var m);
        Assert.Equal(expected, !found ? null : string.Join(' ', new[] { m.Day.ToString(), m.Millisecond < 0 ? "" : m.Millisecond.ToString(CultureInfo.InvariantCulture),
            m.OffsetMinutes == Moment.NoOffset ? "" : m.OffsetMinutes.ToString(CultureInfo.InvariantCulture) }.Where(p => p.Length > 0)));
    }

    [Theory]
    [InlineData("MM/dd")]
    [InlineData("yyy-MM-dd")]
    [InlineData("")]
    [InlineData("days")]
    public void A_pattern_without_day_month_and_year_is_none(string pattern) => Assert.False(DateFormat.TryOf(pattern, Day.None, out _));

    [Fact]
    public void The_framework_writes_what_a_pattern_reads() => Gen.Select(Gen.Int[0, 3_000_000 - 1], Gen.Int[0, 4].Select(i => Patterns[i])).Sample((number, pattern) =>
    {
        var date = DateOnly.FromDayNumber(number);
        return DateFormat.Of(pattern).TryRead(date.ToString(pattern, CultureInfo.InvariantCulture), out var m) && m.Day == Day.From(date);
    });

    [Theory]
    [InlineData("2024-02-29 23:30:00", "2024-02-29T17:30:00Z")]
    [InlineData("2024-03-01 00:30:00", "2024-02-29T19:30:00Z")]
    public void Almaty_changed_its_offset_on_the_first_of_March_2024(string local, string utc)
    {
        Assert.True(BankClock.TryZone("Asia/Almaty", out var zone));
        DateFormat.Of("yyyy-MM-dd HH:mm:ss").TryRead(local, out var moment);
        var (day, instant) = new BankClock(zone).Read(moment);
        Assert.Equal((local[..10], DateTimeOffset.Parse(utc, CultureInfo.InvariantCulture).ToUnixTimeMilliseconds()), (day.ToString(), instant));
        Assert.Equal((moment.Day, Instant.None), new BankClock(null).Read(moment));
    }

    [Fact]
    public void A_moment_with_offset_falls_on_the_banks_own_day()
    {
        BankClock.TryZone("Asia/Almaty", out var zone);
        DateFormat.Of("yyyy-MM-ddTHH:mm:ssK").TryRead("2023-05-01T20:00:00Z", out var moment);
        Assert.Equal("2023-05-02", new BankClock(zone).Read(moment).Day.ToString());
        Assert.Equal("2023-05-01", new BankClock(null).Read(moment).Day.ToString());
    }
}
