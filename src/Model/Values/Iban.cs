using System.Collections.Frozen;

namespace FinInvest.Graph.Model.Values;

/// <summary>International bank account number (ISO 13616): country, two check digits, national number. The remainder by 97 of the number with its first four characters moved to the end is 1.</summary>
public static class Iban
{
    /// <summary>Length by country, as the registry of ISO 13616 lists them.</summary>
    private static readonly FrozenDictionary<string, int> Lengths = ("AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 "
        + "FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 "
        + "MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30")
        .Split(' ').ToFrozenDictionary(e => e[..2], e => int.Parse(e.AsSpan(2), System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal);

    /// <summary>Two letters of a country that uses IBANs, then two digits, then at least ten characters.</summary>
    public static bool LooksLikeOne(string text) =>
        text.Length >= 14 && Lengths.ContainsKey(text[..2]) && char.IsAsciiDigit(text[2]) && char.IsAsciiDigit(text[3]);

    /// <param name="text">In capitals; spaces between groups are allowed.</param>
    public static IdentifierCheck Check(string text)
    {
        var number = text.Replace(" ", "", StringComparison.Ordinal);
        if (number.Length < 4 || !number.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c)))
        {
            return new("An IBAN is capitals and digits.");
        }

        if (!Lengths.TryGetValue(number[..2], out var length))
        {
            return new($"{number[..2]} is no country that issues IBANs.");
        }

        if (number.Length != length)
        {
            return new($"An IBAN of {number[..2]} has {length} characters, this one has {number.Length}.");
        }

        return Remainder97(number[4..] + number[..4]) == 1 ? IdentifierCheck.Passed : new("The check digits do not fit.");
    }

    /// <summary>Remainder by 97 of a text whose letters count as 10 to 35 (ISO 7064).</summary>
    internal static int Remainder97(string text)
    {
        var rest = 0;
        foreach (var c in text)
        {
            var value = char.IsAsciiDigit(c) ? c - '0' : c - 'A' + 10;
            rest = ((rest * (value < 10 ? 10 : 100)) + value) % 97;
        }

        return rest;
    }
}
