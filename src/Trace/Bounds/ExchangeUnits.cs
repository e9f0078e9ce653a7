using System.Numerics;

namespace FinInvest.Graph.Trace.Bounds;

/// <summary>
/// Capacities in one reference unit times the common denominator of the case's rates, so that they are exact integers (definitions E3).
/// With one currency the factor is 1; so it is for all where the case states no rate for one of several: the bounds then stay valid, since any fixed rate
/// is, and are wider; no sum over currencies is made with it.
/// </summary>
internal sealed class ExchangeUnits<T>
    where T : struct, IBinaryInteger<T>
{
    private readonly Dictionary<string, T> factors = new(StringComparer.Ordinal);

    public ExchangeUnits(Reconciliation reconciliation)
    {
        var currencies = Currencies(reconciliation);
        Reference = T.One;
        var rates = reconciliation.Register.Rates;
        Missing = currencies.Count <= 1 ? [] : [.. currencies.Where(c => !rates.ContainsKey(c))];
        if (currencies.Count <= 1 || Missing.Count > 0)
        {
            foreach (var currency in currencies)
            {
                factors[currency] = T.One;
            }

            return;
        }

        foreach (var currency in currencies)
        {
            var q = T.CreateChecked(rates[currency].Q);
            Reference = checked(Reference / Gcd(Reference, q) * q);
        }

        foreach (var currency in currencies)
        {
            factors[currency] = checked(T.CreateChecked(rates[currency].P) * (Reference / T.CreateChecked(rates[currency].Q)));
        }
    }

    /// <summary>Currencies of a case with several for which no rate is stated; empty = all amounts have a common unit.</summary>
    public IReadOnlyList<string> Missing { get; }

    /// <summary>Units of capacity in one reference unit.</summary>
    public T Reference { get; }

    /// <summary>Units of capacity in one minor unit of a currency; of a name that is none ("") in one reference unit.</summary>
    public T Factor(string currency) => factors.TryGetValue(currency, out var factor) ? factor : Reference;

    public T Value(string currency, long minor) => checked(T.CreateChecked(minor) * Factor(currency));

    /// <summary>Currencies in which the ledger's accounts and assets are kept, ordinal order.</summary>
    public static IReadOnlyList<string> Currencies(Reconciliation reconciliation) =>
        [.. reconciliation.Ledger.Accounts.Skip(1).Select(a => a.Currency).Concat(reconciliation.Register.Acquisitions.Select(a => a.Currency))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static T Gcd(T a, T b)
    {
        while (b != T.Zero)
        {
            (a, b) = (b, a % b);
        }

        return a;
    }
}
