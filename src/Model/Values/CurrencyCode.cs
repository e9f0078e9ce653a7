using System.Collections.Frozen;

namespace FinInvest.Graph.Model.Values;

/// <summary>
/// Currency code with its decimals (ISO 4217), and codes withdrawn within the reach of evidence (BYR, EEK, HRK, LTL, LVL, RUR). Metals and
/// test codes have no decimals and are not here; BTC and the like are named by the case with theirs.
/// </summary>
public static class CurrencyCode
{
    private const string None = "BIF BYR CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";
    private const string Three = "BHD IQD JOD KWD LYD OMR TND";
    private const string Four = "CLF UYW";
    private const string Two = "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP COU CRC CUC CUP CVE CZK DKK DOP DZD "
        + "EEK EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL LTL LVL MAD MDL MGA MKD MMK MNT MOP MRU MUR "
        + "MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB RUR SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD "
        + "TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG ZWL";

    private static readonly FrozenDictionary<string, int> Exponents = new[] { (None, 0), (Two, 2), (Three, 3), (Four, 4) }
        .SelectMany(g => g.Item1.Split(' ').Select(code => (Code: code, Exponent: g.Item2))).ToFrozenDictionary(c => c.Code, c => c.Exponent, StringComparer.Ordinal);

    public static IReadOnlyDictionary<string, int> All => Exponents;

    /// <summary>Decimals of the currency's minor unit.</summary>
    public static bool TryExponent(string code, out int exponent) => Exponents.TryGetValue(code, out exponent);

    public static IdentifierCheck Check(string text) => Exponents.ContainsKey(text) ? IdentifierCheck.Passed : new($"'{text}' is no currency of ISO 4217.");
}
