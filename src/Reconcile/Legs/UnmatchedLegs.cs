using FinInvest.Graph.Reconcile.Columns;

namespace FinInvest.Graph.Reconcile.Legs;

/// <summary>Rows that name an account of the ledger whose bank does not report the movement, or that tied with several.</summary>
internal static class UnmatchedLegs
{
    public static IReadOnlyList<UnmatchedLeg> Find(PostingColumns c, LegColumns legs, AccountNames accounts, IReadOnlySet<int> declined, IReadOnlyDictionary<int, string> conduits)
    {
        var unmatched = new List<int>();
        for (var leg = 0; leg < legs.Count; leg++)
        {
            var side = legs.Side[leg];
            if (legs.Mate[leg] >= 0 || side < 0)
            {
                continue;
            }

            var named = accounts.Named(c.OtherOf(side));
            if (named >= 0 || declined.Contains(leg) || conduits.ContainsKey(leg))
            {
                unmatched.Add(leg);
            }
        }

        return [.. unmatched.OrderBy(leg => legs.Side[leg]).Select(leg => Describe(c, legs, leg, conduits.GetValueOrDefault(leg, declined.Contains(leg) ? "several rows of the other bank fit, none is chosen" : "")))];
    }

    private static UnmatchedLeg Describe(PostingColumns c, LegColumns legs, int leg, string reason)
    {
        var side = legs.Side[leg];
        var counterparty = c.Names[c.OtherOf(side)];
        return new UnmatchedLeg(c.Key(side >> 1), c.Names[c.AccountOf(side)], counterparty, c.MinorOf(side), new Day(legs.Day[leg]),
            reason.Length > 0 ? reason : $"no row of {counterparty} that counts reports it");
    }
}
