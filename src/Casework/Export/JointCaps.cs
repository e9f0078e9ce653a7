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
        var held = traced.Where(t => t.Traced > 0 && IsHeld(reconciliation.Register, t.Target)).ToList();
        foreach (var group in held.GroupBy(t => CurrencyOf(reconciliation, t.Target), StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            Require(reconciliation, [.. group.Select(t => t.Target)], [.. group.Select(t => t.Traced)]);
        }
    }

    private static void Require(Reconciliation reconciliation, IReadOnlyList<string> targets, IReadOnlyList<long> traced)
    {
        var options = new BoundsOptions(WithSet: false, WithFloor: false, WithCuts: false);
        var alone = BoundsCalculator.UpperOfSets(reconciliation, [.. targets.Select(t => (IReadOnlyList<string>)[t])], options);
        var whole = targets.Count > 2 ? BoundsCalculator.UpperOfSets(reconciliation, [targets], options)[0] : 0;
        if (targets.Count > 2 && traced.Sum() > whole)
        {
            throw Refused(targets, traced.Sum(), whole);
        }

        var sets = new List<(IReadOnlyList<string> Members, long Sum)>();
        for (var a = 0; a < targets.Count; a++)
        {
            if (traced[a] > alone[a])
            {
                throw Refused([targets[a]], traced[a], alone[a]);
            }

            for (var b = a + 1; b < targets.Count; b++)
            {
                // U of a pair is at least the larger of the two, and at least U of the whole less U of the others: most pairs need no flow.
                var least = Math.Max(Math.Max(alone[a], alone[b]), whole - (alone.Sum() - alone[a] - alone[b]));
                if (traced[a] + traced[b] > least)
                {
                    sets.Add(([targets[a], targets[b]], traced[a] + traced[b]));
                }
            }
        }

        var upper = BoundsCalculator.UpperOfSets(reconciliation, [.. sets.Select(s => s.Members)], options);
        for (var s = 0; s < sets.Count; s++)
        {
            if (sets[s].Sum > upper[s])
            {
                throw Refused(sets[s].Members, sets[s].Sum, upper[s]);
            }
        }
    }

    private static CaseRefusalException Refused(IReadOnlyList<string> members, long sum, long upper) =>
        new($"{string.Join(" and ", members)} would claim {sum} minor units together, but no conserving rule can give them more than {upper}. Choose one rule for all assets of the exhibit.");

    private static bool IsHeld(Register register, string target)
    {
        var acquisition = register.Acquisitions.FirstOrDefault(a => a.Key == target);
        return acquisition is null || (acquisition.SoldMovement < 0 && !acquisition.ExchangedForNext);
    }

    private static string CurrencyOf(Reconciliation reconciliation, string target) => reconciliation.Register.Acquisitions.FirstOrDefault(a => a.Key == target)?.Currency
        ?? reconciliation.Ledger.Accounts[reconciliation.Ledger.AccountIndex(target[BoundsCalculator.BalancePrefix.Length..])].Currency;
}
