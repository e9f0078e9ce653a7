using System.Numerics;
using FinInvest.Graph.Model.Ledgers;

namespace FinInvest.Graph.Trace.Paths;

/// <summary>
/// Puts amounts of several currencies on one scale of whole numbers that orders them exactly: minor units where there is one currency,
/// else minor units times P/Q over the common denominator (definitions E3).
/// </summary>
internal sealed class AmountScale
{
    private readonly Dictionary<string, BigInteger> factors = new(StringComparer.Ordinal);

    private AmountScale(string? missing) => Missing = missing;

    /// <summary>A currency that has no reference rate though it needs one: amounts cannot be compared then. Else null.</summary>
    public string? Missing { get; }

    /// <summary>Whether amounts are on it as they are.</summary>
    public bool IsMinorUnits => factors.Count == 1;

    public static AmountScale Of(Ledger ledger, Register register)
    {
        var used = ledger.Accounts.Skip(1).Select(a => a.Currency).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (used.Count < 2)
        {
            var one = new AmountScale(null);
            used.ForEach(c => one.factors[c] = BigInteger.One);
            return one;
        }

        var scale = new AmountScale(used.Find(c => !register.Rates.ContainsKey(c)));
        if (scale.Missing is not null)
        {
            return scale;
        }

        var common = used.Select(c => (BigInteger)register.Rates[c].Q).Aggregate(BigInteger.One, (a, q) => a / BigInteger.GreatestCommonDivisor(a, q) * q);
        used.ForEach(c => scale.factors[c] = register.Rates[c].P * (common / register.Rates[c].Q));
        var shared = scale.factors.Values.Aggregate(BigInteger.GreatestCommonDivisor);
        used.ForEach(c => scale.factors[c] /= shared);
        return scale;
    }

    /// <summary>The amount on the scale. A value too large for it becomes long.MaxValue - 1, which still orders above all that fit.</summary>
    public long Of(long minor, string currency)
    {
        if (!factors.TryGetValue(currency, out var factor))
        {
            return minor;
        }

        if (factor.IsOne)
        {
            return minor;
        }

        var product = minor * factor;
        return product >= long.MaxValue ? long.MaxValue - 1 : (long)product;
    }
}
