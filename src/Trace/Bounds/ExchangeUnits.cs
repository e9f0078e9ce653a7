using System.Numerics;

namespace FinInvest.Graph.Trace.Bounds;

/// <summary>
/// Capacities in one reference unit times the common denominator of the case's rates, so that they are exact integers (definitions E3).
/// With one currency the factor is 1.
/// </summary>
internal sealed class ExchangeUnits<T>
    where T : struct, IBinaryInteger<T>
{
    private readonly Dictionary<string, T> factors = new(StringComparer.Ordinal);

    /// <exception cref="ArgumentException">Several currencies and no rate for one of them.</exception>
    public ExchangeUnits(Reconciliation reconciliation)
    {
        var currencies = Currencies(reconciliation);
        Reference = T.One;
        if (currencies.Count <= 1)
        {
            foreach (var currency in currencies)
            {
                factors[currency] = T.One;
            }

            return;
        }

        var rates = reconciliation.Register.Rates;
        var missing = currencies.FirstOrDefault(c => !rates.ContainsKey(c));
        if (missing is not null)
        {
            throw new ArgumentException($"Bounds over several currencies need a reference rate for each: {missing} has none.");
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
