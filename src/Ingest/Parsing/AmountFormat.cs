namespace FinInvest.Graph.Ingest.Parsing;

/// <summary>
/// How a file writes numbers. Reads them exactly into minor units: digits into 128 bits, then shifted, never through a binary fraction.
/// Thousands separators must stand between groups of three, so that "1,5" is never read as 15.
/// </summary>
/// <param name="Decimal">The decimal mark.</param>
/// <param name="Thousands">Characters allowed between thousands; a space stands for every kind of space, an apostrophe for both kinds.</param>
internal sealed record AmountFormat(char Decimal = '.', string Thousands = "")
{
    /// <summary>Decimal point, no thousands: our own formats.</summary>
    public static AmountFormat Plain { get; } = new();

    /// <param name="exponent">Decimals of the currency.</param>
    /// <param name="minor">Minor units; 0 where the text is not an amount.</param>
    /// <param name="rounded">The text had more decimals than the currency and was rounded.</param>
    public AmountFault Read(ReadOnlySpan<char> text, int exponent, Rounding rounding, out long minor, out bool rounded)
    {
        minor = 0;
        rounded = false;
        text = text.Trim();
        var negative = TakeSign(ref text);
        if (TryPlain(text, exponent, out minor))
        {
            minor = negative ? -minor : minor;
            return AmountFault.None;
        }

        return ReadAny(text, exponent, rounding, negative, out minor, out rounded);
    }

    /// <summary>Almost every amount: up to 16 characters of digits with at most one mark and no more decimals than the currency, in one register.</summary>
    private bool TryPlain(ReadOnlySpan<char> text, int exponent, out long minor)
    {
        minor = 0;
        if (text.Length is 0 or > 16 || exponent > 2)
        {
            return false;
        }

        var decimals = -1;
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c))
            {
                minor = (minor * 10) + (c - '0');
                decimals += decimals >= 0 ? 1 : 0;
            }
            else if (c == Decimal && decimals < 0 && text.Length > 1)
            {
                decimals = 0;
            }
            else
            {
                return false;
            }
        }

        for (var i = Math.Max(decimals, 0); i < exponent; i++)
        {
            minor *= 10;
        }

        return decimals <= exponent;
    }

    private AmountFault ReadAny(ReadOnlySpan<char> text, int exponent, Rounding rounding, bool negative, out long minor, out bool rounded)
    {
        minor = 0;
        rounded = false;
        UInt128 mantissa = 0;
        int decimals = 0, group = 0, digits = 0, power = 0;
        bool inFraction = false, grouped = false, lost = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAsciiDigit(c))
            {
                digits++;
                group++;
                if (mantissa > MantissaMax)
                {
                    // Beyond 37 digits only "was anything lost" matters in the fraction; before the mark it is too large anyway.
                    lost |= c != '0';
                    power += inFraction ? 0 : 1;
                    continue;
                }

                mantissa = (mantissa * 10) + (uint)(c - '0');
                decimals += inFraction ? 1 : 0;
            }
            else if (c == Decimal && !inFraction)
            {
                if (grouped && group != 3)
                {
                    return AmountFault.NotANumber;
                }

                inFraction = true;
            }
            else if (!inFraction && IsThousands(c))
            {
                if (group is 0 or > 3 || (grouped && group != 3))
                {
                    return AmountFault.NotANumber;
                }

                grouped = true;
                group = 0;
            }
            else if (c is 'e' or 'E' && digits > 0)
            {
                if (!TryPower(text[(i + 1)..], out var e))
                {
                    return AmountFault.NotANumber;
                }

                power += e;
                break;
            }
            else
            {
                return AmountFault.NotANumber;
            }
        }

        if (digits == 0 || (grouped && !inFraction && group != 3))
        {
            return AmountFault.NotANumber;
        }

        return Shift(mantissa, exponent - decimals + power, lost, negative, rounding, out minor, out rounded);
    }

    private static readonly UInt128 MantissaMax = UInt128.Parse("9999999999999999999999999999999999999", System.Globalization.CultureInfo.InvariantCulture);

    private static AmountFault Shift(UInt128 mantissa, int shift, bool lost, bool negative, Rounding rounding, out long minor, out bool rounded)
    {
        minor = 0;
        rounded = false;
        for (; shift > 0 && mantissa != 0; shift--)
        {
            if (mantissa > MantissaMax)
            {
                return AmountFault.TooLarge;
            }

            mantissa *= 10;
        }

        UInt128 divisor = 1, rest = 0;
        if (shift < 0)
        {
            divisor = Power(Math.Min(-shift, 38));
            (mantissa, rest) = -shift > 38 ? (0, mantissa) : UInt128.DivRem(mantissa, divisor);
        }

        if (rest != 0 || lost)
        {
            if (rounding == Rounding.None)
            {
                return mantissa > (UInt128)long.MaxValue ? AmountFault.TooLarge : AmountFault.TooManyDecimals;
            }

            rounded = true;
            var half = divisor / 2;
            var above = -shift <= 38 && (rest > half || (rest == half && lost));
            var tie = -shift <= 38 && rest == half && !lost && divisor > 1;
            if (rounding != Rounding.Down && (above || (tie && (rounding == Rounding.HalfUp || UInt128.IsOddInteger(mantissa)))))
            {
                mantissa++;
            }
        }

        // The lowest Int64 means "no balance" in columns, so the range is symmetric.
        if (mantissa > (UInt128)long.MaxValue)
        {
            return AmountFault.TooLarge;
        }

        minor = negative ? -(long)mantissa : (long)mantissa;
        return AmountFault.None;
    }

    private static UInt128 Power(int exponent)
    {
        UInt128 power = 1;
        for (; exponent > 0; exponent--)
        {
            power *= 10;
        }

        return power;
    }

    private bool IsThousands(char c) => Thousands.Length > 0 && (Thousands.Contains(c)
        || (c is '\u00A0' or '\u202F' or '\u2009' && Thousands.Contains(' '))
        || (c == '\u2019' && Thousands.Contains('\'')));

    /// <summary>A leading sign, a trailing minus or accountants' parentheses.</summary>
    private static bool TakeSign(ref ReadOnlySpan<char> text)
    {
        if (text is ['(', .. var inner, ')'])
        {
            text = inner.Trim();
            return true;
        }

        if (text is [('-' or '\u2212' or '\u2013') and _, .. var after])
        {
            text = after.TrimStart();
            return true;
        }

        if (text is ['+', .. var positive])
        {
            text = positive.TrimStart();
            return false;
        }

        if (text is [.. var before, '-' or '\u2212'] && before.Length > 0)
        {
            text = before.TrimEnd();
            return true;
        }

        return false;
    }

    private static bool TryPower(ReadOnlySpan<char> text, out int power)
    {
        var negative = text is ['-', ..];
        if (text is ['-' or '+', ..])
        {
            text = text[1..];
        }

        power = 0;
        if (text.Length is 0 or > 4)
        {
            return false;
        }

        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c))
            {
                return false;
            }

            power = (power * 10) + c - '0';
        }

        power = negative ? -power : power;
        return true;
    }
}
