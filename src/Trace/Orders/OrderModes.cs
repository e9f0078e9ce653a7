using System.Globalization;
using System.Numerics;
using FinInvest.Graph.Model.Results;
using FinInvest.Graph.Trace.Bounds;
using FinInvest.Graph.Trace.Corridors;
using FinInvest.Graph.Trace.Rules;

namespace FinInvest.Graph.Trace.Orders;

/// <summary>
/// Order modes (definitions D6): the least and the most that a rule traces to each target over the orders of the day groups on the corridor whose order
/// no evidence gives. Exact, every order is run; where they are too many nothing is estimated, and the day-batch bounds are pointed to.
/// </summary>
public static class OrderModes
{
    public const string Statement = "statement";
    public const string Best = "best";
    public const string Worst = "worst";

    /// <param name="rules">Ids of rules in <see cref="RuleCatalogue"/>.</param>
    /// <param name="targets">Acquisition keys ("X0#0") or "balance:ACCOUNT".</param>
    /// <param name="options">What to trace; its targets are not used.</param>
    /// <returns>One range a rule, in the order asked. Closing balances and running ledgers belong to one order and are left out.</returns>
    /// <exception cref="ArgumentException">No such rule or target.</exception>
    public static IReadOnlyList<OrderRange> Run(Reconciliation reconciliation, IReadOnlyList<string> rules, IReadOnlyList<string> targets, TraceOptions options, OrderOptions limits)
    {
        var ledger = reconciliation.Ledger;
        var wanted = OnCorridor(reconciliation, targets);
        var groups = OrderGroups.Find(ledger, wanted);
        var most = Math.Min(limits.OrdersMax, limits.LegVisitsMax / Math.Max(1, ledger.Legs.Length));
        var orders = Orders(groups, most, out var tooMany);
        if (tooMany)
        {
            return [.. rules.Select(r => new OrderRange(r, wanted.Count, 0,
                string.Create(CultureInfo.InvariantCulture, $"{wanted.Count} day groups without evidenced order have more than {most} orders together: not computed, see the day-batch bounds."), null, null))];
        }

        var asked = options with { Targets = targets, LedgerAccounts = null };
        return [.. rules.Select(r => Range(reconciliation, r, asked, wanted.Count, orders, Tried(ledger, groups)))];
    }

    /// <summary>Day groups without evidenced order on the corridor of the targets, whatever the order inside a day.</summary>
    public static IReadOnlyList<DayGroup> OnCorridor(Reconciliation reconciliation, IReadOnlyList<string> targets) => reconciliation.Ledger.UnevidencedGroups.Count == 0 ? []
        : ExchangeUnits<long>.Currencies(reconciliation).Count <= 1 ? OnCorridor<long>(reconciliation, targets) : OnCorridor<Int128>(reconciliation, targets);

    private static IReadOnlyList<DayGroup> OnCorridor<T>(Reconciliation reconciliation, IReadOnlyList<string> targets)
        where T : struct, IBinaryInteger<T>
    {
        var ledger = reconciliation.Ledger;
        var merged = EventNetworkBuilder<T>.Build(reconciliation, new BoundsOptions(), PossibleCorridor.Find(reconciliation, targets, withLinks: false), byDay: true);
        var between = new EventQuestion<T>(merged).Between([.. targets.Select(t => merged.Nodes.OfTarget(ledger, reconciliation.Register, t))]);
        return CorridorFinder.Unevidenced(ledger, CorridorFinder.LastPlaces(merged.Nodes, ledger, between));
    }

    /// <summary>How many combinations the groups have; stops counting above <paramref name="most"/>.</summary>
    private static long Orders(IReadOnlyList<OrderGroup> groups, long most, out bool tooMany)
    {
        var orders = 1L;
        foreach (var group in groups)
        {
            if (!group.Find(most / orders))
            {
                tooMany = true;
                return 0;
            }

            orders *= group.Orders.Count;
        }

        tooMany = orders > most;
        return orders;
    }

    /// <summary>Every combination as an order of all legs, the statement's own first; combinations that make a circle are left out.</summary>
    private static IEnumerable<int[]> Tried(Ledger ledger, IReadOnlyList<OrderGroup> groups)
    {
        yield return ledger.Legs.ToArray();
        var legs = new LegOrder(ledger);
        var at = new int[groups.Count];
        while (Advance(at, groups))
        {
            if (legs.With(groups.Select((g, i) => (g.Legs, g.Orders[at[i]]))) is { } order)
            {
                yield return order;
            }
        }
    }

    private static bool Advance(int[] at, IReadOnlyList<OrderGroup> groups)
    {
        for (var g = 0; g < at.Length; g++)
        {
            if (++at[g] < groups[g].Orders.Count)
            {
                return true;
            }

            at[g] = 0;
        }

        return false;
    }

    private static OrderRange Range(Reconciliation reconciliation, string rule, TraceOptions options, int unevidenced, long combinations, IEnumerable<int[]> tried)
    {
        TraceResult? first = null;
        var (worst, best) = (new List<TargetTrace>(), new List<TargetTrace>());
        var orders = 0L;
        foreach (var legs in tried)
        {
            orders++;
            var result = Tracer.Run(reconciliation with { Ledger = reconciliation.Ledger.Reordered(legs) }, rule, options);
            if (first is null)
            {
                first = result;
                worst.AddRange(result.Targets);
                best.AddRange(result.Targets);
                continue;
            }

            for (var t = 0; t < worst.Count; t++)
            {
                worst[t] = result.Targets[t].Traced < worst[t].Traced ? result.Targets[t] : worst[t];
                best[t] = result.Targets[t].Traced > best[t].Traced ? result.Targets[t] : best[t];
            }
        }

        var circles = combinations - orders;
        var sentence = unevidenced == 0 ? "Every day group on the corridor has an evidenced order."
            : string.Create(CultureInfo.InvariantCulture, $"{unevidenced} day groups on the corridor have no evidenced order: {orders} orders run{(circles > 0 ? $", {circles} left out because they make a circle" : "")}.");
        TraceResult Mode(string mode, List<TargetTrace> targets) => first! with { OrderMode = mode, Targets = targets, Closing = [], Ledgers = [] };
        return new OrderRange(rule, unevidenced, orders, sentence, Mode(Worst, worst), Mode(Best, best));
    }
}
