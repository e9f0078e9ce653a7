using FinInvest.Graph.Model.Results;
using FinInvest.Graph.Trace.Bounds;

namespace FinInvest.Graph.Trace.Elections;

/// <summary>
/// Election (definitions D3; Re Oatway [1903] 2 Ch 356 is its usual authority): the claimant names assets in an order and takes from each the most that
/// any conserving rule could give, after what was taken from those before.
/// </summary>
public static class Election
{
    public const string Id = "election";

    /// <param name="order">Acquisition keys ("X0#0") or "balance:ACCOUNT", none twice; the order is the claimant's choice.</param>
    /// <exception cref="ArgumentException">No such target, one named twice, or several currencies and no rate for one of them.</exception>
    public static ElectionResult Run(Reconciliation reconciliation, IReadOnlyList<string> order)
    {
        if (order.Distinct(StringComparer.Ordinal).Count() < order.Count)
        {
            throw new ArgumentException("An election names each asset once.", nameof(order));
        }

        var elected = BoundsCalculator.Elect(reconciliation, order, new BoundsOptions());
        var costs = order.Select(t => Cost(reconciliation, t)).ToList();
        var currencies = costs.Select(c => c.Currency).Distinct(StringComparer.Ordinal).ToList();
        var currency = currencies.Count == 1 ? currencies[0] : "";
        long? established = currencies.Count == 1 ? Established(reconciliation, currency) : null;
        var taken = elected.Sum();
        return new ElectionResult(Id, [.. order.Select((t, i) => new ElectedTarget(t, costs[i].Currency, costs[i].Cost, elected[i]))], currency, established,
            established is { } whole ? Math.Max(0, whole - taken) : null,
            "The order is the claimant's choice. The amounts are what each asset adds to the most that the assets named so far could hold; no flow belongs to them, so no path and no support can be stated.");
    }

    private static (string Currency, long Cost) Cost(Reconciliation reconciliation, string target)
    {
        var (ledger, register) = (reconciliation.Ledger, reconciliation.Register);
        if (!target.StartsWith(BoundsCalculator.BalancePrefix, StringComparison.Ordinal))
        {
            var acquisition = register.Acquisitions.FirstOrDefault(a => a.Key == target) ?? throw new ArgumentException($"There is no acquisition \"{target}\" in this case.");
            return (acquisition.Currency, acquisition.Cost);
        }

        var trace = Tracer.Run(reconciliation, "rolling", new TraceOptions([target])).Targets[0];
        return (ledger.Accounts[ledger.AccountIndex(target[BoundsCalculator.BalancePrefix.Length..])].Currency, trace.Cost);
    }

    /// <summary>Claim money charged (P), or null where some of it is in another currency.</summary>
    private static long? Established(Reconciliation reconciliation, string currency)
    {
        var totals = Tracer.Run(reconciliation, "rolling", new TraceOptions([])).Claims.Where(c => c.Charged != 0).ToList();
        return totals.All(c => c.Currency == currency) ? totals.Sum(c => c.Charged) : null;
    }
}
