using System.Globalization;

namespace FinInvest.Graph.Model.Values;

/// <summary>An amount in minor units of a currency; signed where it is a movement seen by the holder (+ credit, - debit).</summary>
public readonly record struct Money(long Minor, Currency Currency)
{
    /// <summary>Decimal text with the currency's decimals and a space between thousands, e.g. "1 250 000.00 KZT".</summary>
    public override string ToString() => Format(Minor, Currency.Exponent, " ") + " " + Currency.Code;

    /// <summary>Exact decimal text of minor units; the separator stands between thousands.</summary>
    public static string Format(long minor, int exponent, string thousands = "")
    {
        var digits = UInt128.CreateChecked(Int128.Abs(minor)).ToString(CultureInfo.InvariantCulture);
        if (exponent > 0)
        {
            digits = digits.PadLeft(exponent + 1, '0');
        }

        var whole = exponent > 0 ? digits[..^exponent] : digits;
        var fraction = exponent > 0 ? "." + digits[^exponent..] : "";
        if (thousands.Length > 0)
        {
            for (var at = whole.Length - 3; at > 0; at -= 3)
            {
                whole = whole[..at] + thousands + whole[at..];
            }
        }

        return (minor < 0 ? "-" : "") + whole + fraction;
    }
}
