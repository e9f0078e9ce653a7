using System.Globalization;

namespace FinInvest.Graph.Ingest.Workbooks;

/// <summary>
/// A number of a sheet as exact decimal text. Spreadsheets hold binary fractions of about 16 digits and write them with up to 17: 1234.56 may stand as 1234.5599999999999.
/// The decimal meant is the shortest one that leads to the same binary fraction, which is what the spreadsheet shows for every number of at most 15 digits.
/// </summary>
internal static class SheetNumber
{
    /// <summary>Digits that every number of a spreadsheet keeps.</summary>
    private const int DigitsKept = 15;
    private const int PowerMax = 400;

    /// <param name="plain">Digits with a point, no exponent: "-1234.56".</param>
    /// <param name="isLost">The number has more digits than a spreadsheet keeps, so what it shows (and what was typed) may be another: 20-digit account numbers.</param>
    /// <returns>False = no number.</returns>
    public static bool TryRead(ReadOnlySpan<char> text, out string plain, out bool isLost)
    {
        plain = "";
        isLost = false;
        text = text.Trim();
        if (!TryTake(text, out var negative, out var digits, out var power))
        {
            return false;
        }

        isLost = digits.Length + power > DigitsKept;
        if (digits.Length > DigitsKept)
        {
            var binary = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
            TryTake(binary.ToString("R", CultureInfo.InvariantCulture), out _, out var shortest, out var shortestPower);
            TryTake(binary.ToString("E16", CultureInfo.InvariantCulture), out _, out var longest, out var longestPower);
            if (digits == longest && power == longestPower)
            {
                (digits, power) = (shortest, shortestPower);
            }

            isLost |= digits != shortest || power != shortestPower;
        }

        plain = (negative ? "-" : "") + Plain(digits, power);
        return true;
    }

    /// <summary>Takes a number apart into its significant digits (no zeros at either end; "" = zero) and the power of ten of the last one.</summary>
    private static bool TryTake(ReadOnlySpan<char> text, out bool negative, out string digits, out int power)
    {
        negative = text is ['-', ..];
        digits = "";
        power = 0;
        var at = text is ['-' or '+', ..] ? 1 : 0;
        var from = at;
        int point = -1, count = 0;
        for (; at < text.Length && (char.IsAsciiDigit(text[at]) || (text[at] == '.' && point < 0)); at++)
        {
            point = text[at] == '.' ? at : point;
            count += text[at] == '.' ? 0 : 1;
        }

        var mantissa = text[from..at];
        if (count == 0 || (at < text.Length && (text[at] is not ('e' or 'E')
            || !int.TryParse(text[(at + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out power))) || power is < -PowerMax or > PowerMax)
        {
            return false;
        }

        power -= point < 0 ? 0 : mantissa.Length - 1 - (point - from);
        var all = mantissa.ToString().Replace(".", "", StringComparison.Ordinal).TrimStart('0');
        digits = all.TrimEnd('0');
        power = digits.Length == 0 ? 0 : power + all.Length - digits.Length;
        negative &= digits.Length > 0;
        return true;
    }

    private static string Plain(string digits, int power)
    {
        if (digits.Length == 0)
        {
            return "0";
        }

        if (power >= 0)
        {
            return digits + new string('0', power);
        }

        var whole = digits.Length + power;
        return whole > 0 ? digits[..whole] + "." + digits[whole..] : "0." + new string('0', -whole) + digits;
    }
}
