namespace FinInvest.Graph.Trace.Bounds;

/// <summary>
/// What holds under every conserving rule (definitions E): at least L and at most U of a target is money of the scored claims, because L is what it received less
/// the most that clean money could bring, and U the most that criminal money could bring, by exact maximum flow on the recorded movements.
/// </summary>
public static class BoundsCalculator
{
    /// <summary>Name of the joint result.</summary>
    public const string Set = "SET";

    /// <summary>Prefix of a target that is an account's closing balance.</summary>
    public const string BalancePrefix = "balance:";

    /// <param name="targets">Acquisition keys ("X0#0") or "balance:ACCOUNT"; none twice.</param>
    /// <returns>One result a target in the order asked, then one for the set where asked and at least two of the targets are held.</returns>
    /// <exception cref="ArgumentException">No such target, or a set over several currencies and no rate for one of them.</exception>
    /// <exception cref="InvalidOperationException">The ledger is inconsistent with itself: the movement is named.</exception>
    public static IReadOnlyList<BoundsResult> Compute(Reconciliation reconciliation, IReadOnlyList<string> targets, BoundsOptions options)
    {
        var currencies = ExchangeUnits<long>.Currencies(reconciliation);
        if (currencies.Count <= 1)
        {
            return new BoundsRun<long>(reconciliation, targets, options).Results();
        }

        var groups = targets.GroupBy(t => CurrencyOf(reconciliation, t), StringComparer.Ordinal).ToList();
        if (groups.Count <= 1 || options.WithSet || currencies.All(reconciliation.Register.Rates.ContainsKey))
        {
            return new BoundsRun<Int128>(reconciliation, targets, options).Results();
        }

        // Without rates each currency has its own network: what is foreign depends on the target.
        var results = groups.SelectMany(g => new BoundsRun<Int128>(reconciliation, [.. g], options).Results()).ToDictionary(r => r.Target, StringComparer.Ordinal);
        return [.. targets.Select(t => results[t])];
    }

    /// <summary>
    /// U_rec of each of some sets, in minor units: what an exhibit may state of them together (definitions D4), and what an election adds up (D3).
    /// </summary>
    /// <exception cref="ArgumentException">No such target, or several currencies and no rate for one of them.</exception>
    public static IReadOnlyList<long> UpperOfSets(Reconciliation reconciliation, IReadOnlyList<IReadOnlyList<string>> sets, BoundsOptions options)
    {
        if (ExchangeUnits<long>.Currencies(reconciliation).Count <= 1)
        {
            var run = new BoundsRun<long>(reconciliation, [], options, sets.SelectMany(s => s));
            return [.. sets.Select(run.UpperOf)];
        }

        var wide = new BoundsRun<Int128>(reconciliation, [], options, sets.SelectMany(s => s));
        return [.. sets.Select(wide.UpperOf)];
    }

    internal static string CurrencyOf(Reconciliation reconciliation, string target)
    {
        if (!target.StartsWith(BalancePrefix, StringComparison.Ordinal))
        {
            return reconciliation.Register.Acquisitions[EventNodes.AcquisitionOf(reconciliation.Register, target)].Currency;
        }

        var account = reconciliation.Ledger.AccountIndex(target[BalancePrefix.Length..]);
        return account >= 1 ? reconciliation.Ledger.Accounts[account].Currency : throw new ArgumentException($"There is no account \"{target[BalancePrefix.Length..]}\" in this case.");
    }

    /// <summary>
    /// Election over an ordered list of targets (definitions D3): the first takes U of itself, each next one what it adds to U of the set so far.
    /// </summary>
    public static IReadOnlyList<long> Elect(Reconciliation reconciliation, IReadOnlyList<string> order, BoundsOptions options)
    {
        var upper = UpperOfSets(reconciliation, [.. order.Select((_, i) => (IReadOnlyList<string>)[.. order.Take(i + 1)])], options);
        return [.. upper.Select((u, i) => i == 0 ? u : u - upper[i - 1])];
    }
}
