using System.Globalization;
using System.Numerics;
using FinInvest.Graph.Trace.Bounds;

namespace FinInvest.Graph.Casework.Export;

/// <summary>
/// What several assets of one exhibit may claim together (definitions D4): the sum of their traced amounts is at most U of the set, for every pair and for
/// all. One conserving rule always keeps to this; figures of different rules side by side need not, and are refused.
/// </summary>
public static class JointCaps
{
    /// <param name="traced">Traced amounts by target; assets that were sold or exchanged on are not counted, what they became is.</param>
    /// <exception cref="CaseRefusalException">Some set claims more than any conserving rule could give it.</exception>
    public static void Require(Reconciliation reconciliation, IReadOnlyList<(string Target, long Traced)> traced)
    {
        ArgumentNullException.ThrowIfNull(reconciliation);
        var held = traced.Where(t => t.Traced > 0 && IsHeld(reconciliation.Register, t.Target)).Select(t => new Claimed(t.Target, CurrencyOf(reconciliation, t.Target), t.Traced)).ToList();
        var rates = reconciliation.Register.Rates;

        // Without all rates a set over several currencies has no sum: then each currency keeps to its own.
        var together = reconciliation.Ledger.Accounts.Skip(1).Select(a => a.Currency).Concat(reconciliation.Register.Acquisitions.Select(a => a.Currency)).All(rates.ContainsKey);
        foreach (var group in held.GroupBy(t => together ? "" : t.Currency, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            Require(reconciliation, [.. group], new CommonUnit(group.Select(t => t.Currency).Distinct(StringComparer.Ordinal), rates));
        }
    }

    private static void Require(Reconciliation reconciliation, IReadOnlyList<Claimed> claimed, CommonUnit unit)
    {
        var options = new BoundsOptions(WithSet: false, WithFloor: false, WithCuts: false);
        List<BigInteger> Upper(IEnumerable<IReadOnlyList<Claimed>> sets) => sets.ToList() is var asked
            ? [.. BoundsCalculator.UpperOfSets(reconciliation, [.. asked.Select(s => (IReadOnlyList<string>)[.. s.Select(c => c.Target)])], options).Zip(asked, (u, s) => unit.Of(u, s))] : [];
        var sums = claimed.Select(c => unit.Of(c.Minor, [c])).ToList();
        var sum = sums.Aggregate(BigInteger.Zero, (s, v) => s + v);
        var alone = Upper(claimed.Select(c => (IReadOnlyList<Claimed>)[c]));
        var whole = claimed.Count > 2 ? Upper([claimed])[0] : BigInteger.Zero;
        if (claimed.Count > 2 && sum > whole)
        {
            throw Refused(claimed, sum, whole, unit);
        }

        var rest = alone.Aggregate(BigInteger.Zero, (s, v) => s + v);
        var pairs = new List<(IReadOnlyList<Claimed> Members, BigInteger Sum)>();
        for (var a = 0; a < claimed.Count; a++)
        {
            if (sums[a] > alone[a])
            {
                throw Refused([claimed[a]], sums[a], alone[a], unit);
            }

            for (var b = a + 1; b < claimed.Count; b++)
            {
                // U of a pair is at least the larger of the two, and at least U of the whole less U of the others: most pairs need no flow.
                var least = BigInteger.Max(BigInteger.Max(alone[a], alone[b]), whole - (rest - alone[a] - alone[b]));
                if (sums[a] + sums[b] > least)
                {
                    pairs.Add(([claimed[a], claimed[b]], sums[a] + sums[b]));
                }
            }
        }

        foreach (var ((members, both), upper) in pairs.Zip(Upper(pairs.Select(p => p.Members))))
        {
            if (both > upper)
            {
                throw Refused(members, both, upper, unit);
            }
        }
    }

    private static CaseRefusalException Refused(IReadOnlyList<Claimed> members, BigInteger sum, BigInteger upper, CommonUnit unit) =>
        new($"{string.Join(" and ", members.Select(m => m.Target))} would claim {unit.Text(sum)} {unit.Name} together, but no conserving rule can give them more than {unit.Text(upper)}. Choose one rule for all assets of the exhibit.");

    private sealed record Claimed(string Target, string Currency, long Minor);

    /// <summary>Minor units of the one currency, else reference units times the common denominator of the rates, exact.</summary>
    private sealed class CommonUnit
    {
        private readonly Dictionary<string, BigInteger> factors;
        private readonly BigInteger reference = BigInteger.One;

        public CommonUnit(IEnumerable<string> currencies, IReadOnlyDictionary<string, ReferenceRate> rates)
        {
            var all = currencies.ToList();
            if (all.Count == 1)
            {
                factors = new Dictionary<string, BigInteger>(StringComparer.Ordinal) { [all[0]] = BigInteger.One };
                Name = "minor units";
                return;
            }

            foreach (var q in all.Select(c => (BigInteger)rates[c].Q))
            {
                reference = reference / BigInteger.GreatestCommonDivisor(reference, q) * q;
            }

            factors = all.ToDictionary(c => c, c => rates[c].P * (reference / rates[c].Q), StringComparer.Ordinal);
            Name = "reference units";
        }

        public string Name { get; }

        /// <summary>An amount that belongs to a set: in the set's one currency, else in reference units (definitions E6).</summary>
        public BigInteger Of(long amount, IReadOnlyList<Claimed> set) => amount * (set.Select(c => c.Currency).Distinct(StringComparer.Ordinal).Count() == 1 ? factors[set[0].Currency] : reference);

        public string Text(BigInteger amount) => (amount / reference).ToString(CultureInfo.InvariantCulture);
    }

    private static bool IsHeld(Register register, string target)
    {
        var acquisition = register.Acquisitions.FirstOrDefault(a => a.Key == target);
        return acquisition is null || (acquisition.SoldMovement < 0 && !acquisition.ExchangedForNext);
    }

    private static string CurrencyOf(Reconciliation reconciliation, string target) => reconciliation.Register.Acquisitions.FirstOrDefault(a => a.Key == target)?.Currency
        ?? reconciliation.Ledger.Accounts[reconciliation.Ledger.AccountIndex(target[BoundsCalculator.BalancePrefix.Length..])].Currency;
}
