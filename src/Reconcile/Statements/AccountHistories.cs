using FinInvest.Graph.Reconcile.Columns;
using FinInvest.Graph.Reconcile.Duplicates;
using FinInvest.Graph.Reconcile.Legs;
using FinInvest.Graph.Reconcile.Order;

namespace FinInvest.Graph.Reconcile.Statements;

/// <summary>Decides for each account how far its rows can be relied on, and what of them counts (definitions A7, A8).</summary>
internal static class AccountHistories
{
    /// <param name="standsFor">Filled: a side that repeats another one and the side that counts.</param>
    public static IReadOnlyList<AccountHistory> Make(PostingColumns c, CaseFacts facts, ListingFinder found, AccountUses uses, Dictionary<int, int> standsFor, List<string> notes)
    {
        var incomplete = facts.All<Account>().Where(a => !a.ExtractComplete).Select(a => a.Id).ToHashSet(StringComparer.Ordinal);
        var resolver = new OverlapResolver(c, notes, standsFor);
        var histories = new List<AccountHistory>();
        foreach (var (account, listings) in found.Listings)
        {
            var periods = uses.Of(c.Names[account]).Length > 0 ? [] : listings.Exists(l => l.Stated) || !incomplete.Contains(c.Names[account]) ? resolver.Resolve(listings) : [];
            histories.Add(new AccountHistory(account, periods.Count > 0 ? AccountCoverage.Reconciled : AccountCoverage.External, periods));
        }

        var repeats = ExtractRepeats.Find(c, () => [.. found.Unlisted.Values.SelectMany(s => s).Select(s => s >> 1).Distinct().Order()]);
        foreach (var (account, sides) in found.Unlisted)
        {
            histories.Add(incomplete.Contains(c.Names[account]) || uses.Of(c.Names[account]).Length > 0 ? new AccountHistory(account, AccountCoverage.External, [])
                : new AccountHistory(account, AccountCoverage.Unreconciled, [AsGiven(c, sides, repeats, standsFor)]));
        }

        return histories;
    }

    /// <summary>Rows as given, in the order of value days (definitions A3: there is no statement), instants, then rows.</summary>
    private static Period AsGiven(PostingColumns c, int[] sides, Dictionary<int, int> repeats, Dictionary<int, int> standsFor)
    {
        if (repeats.Count > 0)
        {
            foreach (var s in sides.Where(s => repeats.ContainsKey(s >> 1)))
            {
                standsFor[s] = (repeats[s >> 1] * 2) + (s & 1);
            }

            sides = [.. sides.Where(s => !repeats.ContainsKey(s >> 1))];
        }

        for (var i = 1; i < sides.Length; i++)
        {
            if (c.ValueDay[sides[i - 1] >> 1] > c.ValueDay[sides[i] >> 1])
            {
                sides = [.. sides.OrderBy(s => c.ValueDay[s >> 1])];
                break;
            }
        }

        BookingOrder.ByInstant(c, sides, c.ValueDay);
        var days = new DayRange(new Day(c.ValueDay[sides[0] >> 1]), new Day(c.ValueDay[sides[^1] >> 1]));
        return new Period(days, 0, 0, sides, BookingOrder.UnevidencedDays(c, sides, c.ValueDay));
    }
}
