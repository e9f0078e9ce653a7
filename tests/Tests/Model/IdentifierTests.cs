using Xunit;

namespace FinInvest.Graph.Tests.Model;

public class IdentifierTests
{
    [Fact]
    public void Known_business_numbers_pass_and_one_digit_off_fails()
    {
        var numbers = File.ReadAllLines(Path.Combine(PublicData.Require("data/kz"), "bin-valid.txt")).Select(l => l.Trim()).Where(l => l.Length == 12 && l.All(char.IsAsciiDigit)).ToList();
        Assert.True(numbers.Count >= 40);
        foreach (var number in numbers)
        {
            Assert.True(Bin.Check(number).IsPassed, $"{number}: {Bin.Check(number).Reason}");
            Assert.False(Bin.Check(number[..11] + (char)('0' + ((number[11] - '0' + 1) % 10))).IsPassed);
        }
    }

    [Theory]
    [InlineData("061211600012", true)]
    [InlineData("061211600013", false)]
    [InlineData("06121160001", false)]
    [InlineData("06121160001x", false)]
    public void An_individual_number_has_a_check_digit(string text, bool passes) => Assert.Equal(passes, Iin.Check(text).IsPassed);

    [Theory]
    [InlineData("020440002422")]
    [InlineData("011140001654")]
    public void A_second_pass_finds_the_digit_where_the_first_gives_ten(string text) => Assert.True(Bin.Check(text).IsPassed);

    [Fact]
    public void Example_account_numbers_pass_and_any_changed_digit_fails()
    {
        var rows = File.ReadAllLines(Path.Combine(PublicData.Require("data/refdata"), "iban-examples.csv")).Skip(1).Select(l => l.Split(',')).ToList();
        Assert.True(rows.Count >= 40);
        foreach (var iban in rows.Select(r => r[1]))
        {
            Assert.True(Iban.Check(iban).IsPassed, $"{iban}: {Iban.Check(iban).Reason}");
            for (var i = 4; i < iban.Length; i++)
            {
                if (char.IsAsciiDigit(iban[i]))
                {
                    Assert.False(Iban.Check(iban[..i] + (char)('0' + ((iban[i] - '0' + 3) % 10)) + iban[(i + 1)..]).IsPassed);
                }
            }
        }
    }

    [Theory]
    [InlineData("KZ86 125K ZT50 0410 0100", "")]
    [InlineData("KZ86125KZT500410010", "An IBAN of KZ has 20 characters, this one has 19.")]
    [InlineData("ZZ86125KZT5004100100", "ZZ is no country that issues IBANs.")]
    [InlineData("KZ87125KZT5004100100", "The check digits do not fit.")]
    public void A_failing_account_number_says_why(string text, string reason) => Assert.Equal(reason, Iban.Check(text).Reason);

    [Theory]
    [InlineData("529900T8BM49AURSDO55", true)]
    [InlineData("529900T8BM49AURSDO56", false)]
    [InlineData("529900T8BM49AURSDO5", false)]
    public void A_legal_entity_identifier_has_two_check_digits(string text, bool passes) => Assert.Equal(passes, Lei.Check(text).IsPassed);

    [Theory]
    [InlineData("KZT", 2)]
    [InlineData("JPY", 0)]
    [InlineData("KWD", 3)]
    [InlineData("CLF", 4)]
    [InlineData("BTC", -1)]
    [InlineData("XAU", -1)]
    public void A_currency_has_its_decimals(string code, int exponent) => Assert.Equal(exponent, CurrencyCode.TryExponent(code, out var found) ? found : -1);

    [Fact]
    public void Countries_and_currencies_are_complete_and_once() =>
        Assert.Equal((250, 175, true, false), (CountryCode.All.Count, CurrencyCode.All.Count, CountryCode.Check("KZ").IsPassed, CountryCode.Check("UK").IsPassed));

    [Fact]
    public void Failing_numbers_of_a_party_and_an_account_are_flags()
    {
        Assert.Empty(IdentifierFlags.Of(new Party("p", "A", "person", "061211600012", "KZ")));
        Assert.Equal(["national_id", "lei"], IdentifierFlags.Of(new Party("p", "A", "", "1", "KZ", Lei: "x")).Select(f => f.Field));
        Assert.Equal(["country"], IdentifierFlags.Of(new Party("p", "A", "company", "1", "UK")).Select(f => f.Field));
        Assert.Equal("id", Assert.Single(IdentifierFlags.Of(new Account("KZ87125KZT5004100100", "KZT"))).Field);
        Assert.Empty(IdentifierFlags.Of(new Account("cash-desk", "KZT", Country: "KZ")));
    }
}
