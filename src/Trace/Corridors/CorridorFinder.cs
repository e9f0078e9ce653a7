using System.Numerics;
using FinInvest.Graph.Trace.Bounds;

namespace FinInvest.Graph.Trace.Corridors;

/// <summary>Finds the corridor between the claims of all acts of the case and some targets (definitions E2). Exact: nothing is capped.</summary>
public static class CorridorFinder
{
    /// <param name="targets">Acquisition keys ("X0#0") or "balance:ACCOUNT".</param>
    /// <exception cref="ArgumentException">No such target, or several currencies and no rate for one of them.</exception>
    public static Corridor Find(Reconciliation reconciliation, IReadOnlyList<string> targets) =>
        ExchangeUnits<long>.Currencies(reconciliation).Count <= 1 ? Find<long>(reconciliation, targets) : Find<Int128>(reconciliation, targets);

    private static Corridor Find<T>(Reconciliation reconciliation, IReadOnlyList<string> targets)
        where T : struct, IBinaryInteger<T>
    {
        var ledger = reconciliation.Ledger;
        var network = EventNetworkBuilder<T>.Build(reconciliation, new BoundsOptions(), PossibleCorridor.Find(reconciliation, targets, withLinks: false), byDay: false);
        var question = new EventQuestion<T>(network);
        var between = question.Between([.. targets.Select(t => network.Nodes.OfTarget(ledger, reconciliation.Register, t))]);
        var last = LastPlaces(network.Nodes, ledger, between);
        var events = new int[last.Length];
        var first = new int[last.Length];
        var on = new SortedSet<int>();
        for (var place = ledger.Legs.Length - 1; place >= 0; place--)
        {
            var (account, day) = EventNodes.AccountAndDay(ledger, ledger.Legs[place]);
            if (place <= last[account])
            {
                events[account]++;
                first[account] = day;
                on.Add(ledger.Legs[place] >> 1);
            }
        }

        var accounts = Enumerable.Range(1, last.Length - 1).Where(a => last[a] >= 0)
            .Select(a => new CorridorAccount(a, ledger.Accounts[a].Id, last[a], new DayRange(new Day(first[a]), new Day(EventNodes.AccountAndDay(ledger, ledger.Legs[last[a]]).Day)), events[a]))
            .OrderBy(a => a.Id, StringComparer.Ordinal);
        return new Corridor(targets, [.. accounts], [.. on], ledger.Accounts.Count - 1, ledger.Count, Unevidenced(ledger, last));
    }

    /// <summary>The place in Legs of each account's last event on the corridor, or -1.</summary>
    internal static int[] LastPlaces(EventNodes nodes, Ledger ledger, bool[] between)
    {
        var last = new int[ledger.Accounts.Count];
        Array.Fill(last, -1);
        for (var place = 0; place < nodes.OfLeg.Length; place++)
        {
            if (nodes.OfLeg[place] is var node and not EventNodes.None && between[node])
            {
                last[EventNodes.AccountAndDay(ledger, ledger.Legs[place]).Account] = place;
            }
        }

        return last;
    }

    /// <summary>Day groups without evidenced order that have an event on the corridor.</summary>
    internal static IReadOnlyList<DayGroup> Unevidenced(Ledger ledger, int[] last)
    {
        var open = ledger.UnevidencedGroups.ToHashSet();
        var found = new HashSet<DayGroup>();
        for (var place = 0; place < ledger.Legs.Length && open.Count > 0; place++)
        {
            var (account, day) = EventNodes.AccountAndDay(ledger, ledger.Legs[place]);
            if (place <= last[account] && open.Contains(new DayGroup(account, new Day(day))))
            {
                found.Add(new DayGroup(account, new Day(day)));
            }
        }

        return [.. found.OrderBy(g => g.Account).ThenBy(g => g.Day.Number)];
    }
}
