using System.Globalization;
using CsCheck;
using FinInvest.Graph.Ingest.Parsing;
using Xunit;

namespace FinInvest.Graph.Tests.Ingest.Parsing;

public class AmountFormatTests
{
    // text, decimal, thousands, exponent => minor units, or the fault
    [Theory]
    [InlineData("1234.56", ".", "", 2, "123456")]
    [InlineData("-1234.5", ".", "", 2, "-123450")]
    [InlineData("+7", ".", "", 2, "700")]
    [InlineData(" 7.10 ", ".", "", 2, "710")]
    [InlineData(".5", ".", "", 2, "50")]
    [InlineData("5.", ".", "", 2, "500")]
    [InlineData("1.230", ".", "", 2, "123")]
    [InlineData("1.234", ".", "", 2, "TooManyDecimals")]
    [InlineData("1,5", ".", "", 2, "NotANumber")]
    [InlineData("1,5", ".", ",", 2, "NotANumber")]
    [InlineData("1,500", ".", ",", 2, "150000")]
    [InlineData("1,500,00", ".", ",", 2, "NotANumber")]
    [InlineData("1500,000", ".", ",", 2, "NotANumber")]
    [InlineData("1.500,25", ",", ".", 2, "150025")]
    [InlineData("1 250 000,00", ",", " ", 2, "125000000")]
    [InlineData("1\u00A0250\u202F000,00", ",", " ", 2, "125000000")]
    [InlineData("1'250'000.00", ".", "'", 2, "125000000")]
    [InlineData("1\u2019250\u2019000.00", ".", "'", 2, "125000000")]
    [InlineData("(12.00)", ".", "", 2, "-1200")]
    [InlineData("12.00-", ".", "", 2, "-1200")]
    [InlineData("\u221212.00", ".", "", 2, "-1200")]
    [InlineData("- 12.00", ".", "", 2, "-1200")]
    [InlineData("--12.00", ".", "", 2, "NotANumber")]
    [InlineData("", ".", "", 2, "NotANumber")]
    [InlineData("-", ".", "", 2, "NotANumber")]
    [InlineData("1.2.3", ".", "", 2, "NotANumber")]
    [InlineData("12 KZT", ".", "", 2, "NotANumber")]
    [InlineData("1.7693696989343166E7", ".", "", 9, "17693696989343166")]
    [InlineData("1e3", ".", "", 0, "1000")]
    [InlineData("1e-3", ".", "", 2, "TooManyDecimals")]
    [InlineData("1e", ".", "", 2, "NotANumber")]
    [InlineData("92233720368547758.07", ".", "", 2, "9223372036854775807")]
    [InlineData("-92233720368547758.07", ".", "", 2, "-9223372036854775807")]
    [InlineData("92233720368547758.08", ".", "", 2, "TooLarge")]
    [InlineData("99999999999999999999999999999999999999999999", ".", "", 2, "TooLarge")]
    [InlineData("0.000000000000000000000000000000000000000000000000", ".", "", 2, "0")]
    [InlineData("0.000000000000000000000000000000000000000000000001", ".", "", 2, "TooManyDecimals")]
    [InlineData("1e9999", ".", "", 2, "TooLarge")]
    [InlineData("0e9999", ".", "", 2, "0")]
    [InlineData("0.00000001", ".", "", 8, "1")]
    public void A_text_is_an_exact_amount_or_says_why_not(string text, string mark, string thousands, int exponent, string expected)
    {
        var fault = new AmountFormat(mark[0], thousands).Read(text, exponent, Rounding.None, out var minor, out _);
        Assert.Equal(expected, fault == AmountFault.None ? minor.ToString(CultureInfo.InvariantCulture) : fault.ToString());
    }

    [Theory]
    [InlineData("0.125", 12, 13, 12)]
    [InlineData("0.135", 14, 14, 13)]
    [InlineData("-0.125", -12, -13, -12)]
    [InlineData("0.1250000000000000000000000000000000000000000001", 13, 13, 12)]
    [InlineData("0.1249999999999999999999999999999999999999999999", 12, 12, 12)]
    [InlineData("544595.7886430753", 54459579, 54459579, 54459578)]
    public void A_stated_rounding_is_exact(string text, long halfEven, long halfUp, long down)
    {
        long Read(Rounding rounding)
        {
            Assert.Equal(AmountFault.None, AmountFormat.Plain.Read(text, 2, rounding, out var minor, out var rounded));
            Assert.True(rounded);
            return minor;
        }

        Assert.Equal((halfEven, halfUp, down), (Read(Rounding.HalfEven), Read(Rounding.HalfUp), Read(Rounding.Down)));
    }

    [Fact]
    public void What_money_writes_is_read_back() => Gen.Select(Gen.Long, Gen.Int[0, 18], Gen.Bool).Sample((minor, exponent, spaced) =>
    {
        minor = minor == long.MinValue ? 0 : minor;
        var text = Money.Format(minor, exponent, spaced ? " " : "");
        return new AmountFormat('.', spaced ? " " : "").Read(text, exponent, Rounding.None, out var read, out var rounded) == AmountFault.None && read == minor && !rounded;
    });

    [Fact]
    public void Rounding_agrees_with_decimal_arithmetic() => Gen.Select(Gen.Long[-10_000_000_000, 10_000_000_000], Gen.Int[0, 10]).Sample((units, scale) =>
    {
        var value = units / (decimal)Math.Pow(10, scale);
        AmountFormat.Plain.Read(value.ToString(CultureInfo.InvariantCulture), 2, Rounding.HalfEven, out var even, out _);
        AmountFormat.Plain.Read(value.ToString(CultureInfo.InvariantCulture), 2, Rounding.HalfUp, out var up, out _);
        return even == decimal.ToInt64(Math.Round(value * 100, MidpointRounding.ToEven)) && up == decimal.ToInt64(Math.Round(value * 100, MidpointRounding.AwayFromZero));
    });
}
