using FinInvest.Graph.Trace.Bounds;

namespace FinInvest.Graph.Trace.Orders;

/// <summary>Finds the day groups whose order may matter for some targets: on the corridor whatever the order inside a day.</summary>
internal static class OrderGroups
{
    public static IReadOnlyList<OrderGroup> Find(Ledger ledger, IReadOnlyCollection<DayGroup> wanted)
    {
        var legs = wanted.ToDictionary(g => (g.Account, g.Day.Number), _ => new List<int>());
        var before = new Dictionary<(int Account, int Day), long>();
        var balance = new long[ledger.Accounts.Count];
        foreach (var leg in ledger.Legs)
        {
            var m = leg >> 1;
            var place = EventNodes.AccountAndDay(ledger, leg);
            if (legs.TryGetValue(place, out var group) && MayMove(ledger, leg))
            {
                before.TryAdd(place, balance[place.Account]);
                group.Add(leg);
            }

            balance[place.Account] = ledger.Kind[m] switch
            {
                MovementKind.OpeningDebt => -ledger.DebitMinor[m],
                MovementKind.GapOut => 0,
                _ => balance[place.Account] + ((leg & 1) == 0 ? -ledger.DebitMinor[m] : ledger.CreditMinor[m]),
            };
        }

        return [.. legs.Where(g => g.Value.Count > 1).OrderBy(g => g.Key.Account).ThenBy(g => g.Key.Number)
            .Select(g => new OrderGroup(ledger, g.Key.Account, [.. g.Value], before[g.Key]))];
    }

    private static bool MayMove(Ledger ledger, int leg) => ledger.Kind[leg >> 1] is MovementKind.Transfer or MovementKind.BankFee or MovementKind.Interest
        && ((leg & 1) == 1 || !ledger.Flags[leg >> 1].HasFlag(MovementFlags.DebitMoved));
}
