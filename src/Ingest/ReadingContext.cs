namespace FinInvest.Graph.Ingest;

/// <summary>What a reader must know of the case to turn text into minor units. Everything else it takes from the file.</summary>
/// <param name="Exponents">Decimals of each currency of the case; other currencies are looked up in ISO 4217.</param>
/// <param name="DefaultCurrency">Currency of a row that names none and whose account's currency is not known; "" = there is none.</param>
public sealed record ReadingContext(IReadOnlyDictionary<string, int> Exponents, string DefaultCurrency)
{
    /// <summary>Currency of each account that the case knows already.</summary>
    public IReadOnlyDictionary<string, string> AccountCurrencies { get; init; } = new Dictionary<string, string>();

    /// <summary>Account of each statement that the case knows already: postings may then name the statement only.</summary>
    public IReadOnlyDictionary<string, string> StatementAccounts { get; init; } = new Dictionary<string, string>();

    /// <summary>The context of a case by its header; without one every currency has its ISO 4217 decimals and no row has a default.</summary>
    public static ReadingContext Of(CaseHeader? header) => new(
        header?.Currencies.ToDictionary(c => c.Code, c => c.Exponent, StringComparer.Ordinal) ?? [],
        header is { Currencies.Count: > 0 } ? header.Currencies[0].Code : "");

    /// <summary>Decimals of a currency; false = neither the case nor ISO 4217 knows it.</summary>
    public bool TryExponent(string currency, out int exponent) =>
        Exponents.TryGetValue(currency, out exponent) || CurrencyCode.TryExponent(currency, out exponent);

    /// <summary>
    /// The currency of an amount that names none: that of its account, else the default, but only where a wrong guess could not
    /// change the minor units (all currencies of the case have the same decimals). Empty = the row has to say it.
    /// </summary>
    internal string CurrencyOf(string account)
    {
        if (account.Length > 0 && AccountCurrencies.TryGetValue(account, out var known))
        {
            return known;
        }

        return Exponents.Count < 2 || Exponents.Values.Distinct().Count() == 1 ? DefaultCurrency : "";
    }
}
