namespace FinInvest.Graph.Ingest.Parsing;

/// <summary>
/// One way of writing dates, e.g. "dd.MM.yyyy HH:mm:ss". Letters: yyyy, yy (70 to 99 are 19yy), M, MM, MMM (English), d, dd, H, HH, m, mm, s, ss,
/// f (any number of decimals of a second, with its point optional), z (Z or an offset such as +05:00), K (the same or nothing); everything else stands for itself.
/// Or one of the words "unix-s", "unix-ms", "days" (days since a base day that the mapping states).
/// </summary>
internal sealed class DateFormat
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    private readonly (char Letter, int Width)[] tokens;
    private readonly Day baseDay;

    private DateFormat(string pattern, (char, int)[] tokens, Day baseDay)
    {
        Pattern = pattern;
        this.tokens = tokens;
        this.baseDay = baseDay;
    }

    public static DateFormat IsoDay { get; } = Of("yyyy-MM-dd");

    public string Pattern { get; }

    /// <exception cref="InvalidOperationException">The pattern cannot be one; mappings are checked before with <see cref="TryOf"/>.</exception>
    public static DateFormat Of(string pattern) => TryOf(pattern, Day.None, out var format) ? format : throw new InvalidOperationException($"'{pattern}' is no date pattern.");

    /// <param name="baseDay">Day 0 of "days"; needed there only.</param>
    public static bool TryOf(string pattern, Day baseDay, out DateFormat format)
    {
        if (pattern is "unix-s" or "unix-ms" or "days")
        {
            format = new DateFormat(pattern, [], baseDay);
            return pattern != "days" || !baseDay.IsNone;
        }

        var found = new List<(char, int)>();
        for (var i = 0; i < pattern.Length;)
        {
            var run = 1;
            while (i + run < pattern.Length && pattern[i + run] == pattern[i])
            {
                run++;
            }

            if ("yMdHmsfKz".Contains(pattern[i]))
            {
                found.Add((pattern[i], run));
                i += run;
            }
            else
            {
                found.Add(('\0', pattern[i]));
                i++;
            }
        }

        format = new DateFormat(pattern, [.. found], baseDay);
        return found.Any(t => t.Item1 == 'y' && t.Item2 is 2 or 4) && found.Any(t => t.Item1 == 'M' && t.Item2 <= 3) && found.Any(t => t.Item1 == 'd' && t.Item2 <= 2);
    }

    public bool TryRead(ReadOnlySpan<char> text, out Moment moment)
    {
        moment = default;
        text = text.Trim();
        if (tokens.Length == 0)
        {
            return TryCount(text, out moment);
        }

        int year = 0, month = 0, day = 0, hour = -1, minute = 0, second = 0, milli = 0, offset = Moment.NoOffset;
        var at = 0;
        foreach (var (letter, width) in tokens)
        {
            var good = letter switch
            {
                '\0' => at < text.Length && text[at++] == width,
                'y' => Number(text, ref at, width, width, out year) && (width != 2 || Century(ref year)),
                'M' when width == 3 => Month(text, ref at, out month),
                'M' => Number(text, ref at, width, 2, out month),
                'd' => Number(text, ref at, width, 2, out day),
                'H' => Number(text, ref at, width, 2, out hour),
                'm' => Number(text, ref at, width, 2, out minute),
                's' => Number(text, ref at, width, 2, out second),
                'f' => Fraction(text, ref at, out milli),
                'K' => at == text.Length || Offset(text, ref at, out offset),
                _ => at < text.Length && Offset(text, ref at, out offset),
            };
            if (!good)
            {
                return false;
            }
        }

        if (at != text.Length || year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        moment = new Moment(Day.Of(year, month, day), hour < 0 ? -1 : (((((hour * 60) + minute) * 60) + second) * 1000) + milli, offset);
        return true;
    }

    /// <summary>The moment as this pattern writes it; null where the pattern cannot say all of it, or asks for more than is known.</summary>
    /// <param name="millisecond">Of the day; 0 = no time, or midnight.</param>
    public string? Written(int year, int month, int day, int millisecond)
    {
        if (tokens.Length == 0)
        {
            return Pattern == "days" && millisecond == 0 && month >= 1 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
                ? (Day.Of(year, month, day).Number - baseDay.Number).ToString(System.Globalization.CultureInfo.InvariantCulture) : null;
        }

        var text = new System.Text.StringBuilder();
        var left = millisecond;
        foreach (var (letter, width) in tokens)
        {
            var (value, unit) = letter switch { 'y' => (width == 2 ? year % 100 : year, 0), 'M' => (month, 0), 'd' => (day, 0), 'H' => (left / 3_600_000, 3_600_000), 'm' => (left / 60_000, 60_000), 's' => (left / 1_000, 1_000), _ => (0, 0) };
            left -= value * unit;
            switch (letter)
            {
                case 'z':
                case 'y' when width == 2 && year is < 1970 or > 2069:
                    return null;
                case '\0': text.Append((char)width); break;
                case 'M' when width == 3: text.Append(char.ToUpperInvariant(Months[month - 1][0])).Append(Months[month - 1].AsSpan(1)); break;
                case 'f' when left > 0: text.Append(System.Globalization.CultureInfo.InvariantCulture, $".{left:000}"); left = 0; break;
                case 'f' or 'K': break;
                default: text.Append(value.ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(width, '0')); break;
            }
        }

        return left == 0 ? text.ToString() : null;
    }

    private bool TryCount(ReadOnlySpan<char> text, out Moment moment)
    {
        moment = default;
        if (!long.TryParse(text, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var count))
        {
            return false;
        }

        // Years 1 to 9999, so that every day can be printed.
        const long Range = 3_000_000;
        if (Pattern == "days")
        {
            var far = count is < -Range or > Range ? 0 : baseDay.Number + (int)count;
            moment = new Moment(new Day(far), -1, Moment.NoOffset);
            return count is > -Range and < Range && far is > -719_000 and < 2_932_000;
        }

        var milliseconds = Pattern == "unix-s" && count is > -253_402_300_800 and < 253_402_300_800 ? count * 1000 : count;
        var days = Math.DivRem(milliseconds, Moment.DayMilliseconds, out var rest);
        if (rest < 0)
        {
            days--;
            rest += Moment.DayMilliseconds;
        }

        moment = new Moment(new Day((int)Math.Clamp(days, -719_000, 2_932_000)), (int)rest, 0);
        return days is > -719_000 and < 2_932_000;
    }

    private static bool Number(ReadOnlySpan<char> text, ref int at, int least, int most, out int value)
    {
        value = 0;
        var from = at;
        while (at < text.Length && at - from < most && char.IsAsciiDigit(text[at]))
        {
            value = (value * 10) + text[at++] - '0';
        }

        return at - from >= least;
    }

    private static bool Century(ref int year)
    {
        year += year < 70 ? 2000 : 1900;
        return true;
    }

    private static bool Month(ReadOnlySpan<char> text, ref int at, out int month)
    {
        month = 0;
        for (var m = 0; m < 12 && at + 3 <= text.Length; m++)
        {
            if (text.Slice(at, 3).Equals(Months[m], StringComparison.OrdinalIgnoreCase))
            {
                month = m + 1;
            }
        }

        at += 3;
        return month > 0;
    }

    /// <summary>Any number of decimals, with or without a point before; digits after the third are finer than we keep.</summary>
    private static bool Fraction(ReadOnlySpan<char> text, ref int at, out int milli)
    {
        milli = 0;
        if (at < text.Length && text[at] is '.' or ',')
        {
            at++;
        }

        var scale = 100;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            milli += (text[at++] - '0') * scale;
            scale /= 10;
        }

        return true;
    }

    private static bool Offset(ReadOnlySpan<char> text, ref int at, out int minutes)
    {
        minutes = Moment.NoOffset;
        if (text[at] is 'Z' or 'z')
        {
            minutes = 0;
            at++;
            return true;
        }

        var sign = text[at] switch { '+' => 1, '-' or '\u2212' => -1, _ => 0 };
        at++;
        if (sign == 0 || !Number(text, ref at, 2, 2, out var hours))
        {
            return false;
        }

        if (at < text.Length && text[at] == ':')
        {
            at++;
        }

        var rest = 0;
        if (at < text.Length && !Number(text, ref at, 2, 2, out rest))
        {
            return false;
        }

        minutes = sign * ((hours * 60) + rest);
        return hours <= 14 && rest <= 59;
    }
}
