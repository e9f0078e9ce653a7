using FinInvest.Graph.Model.Ledgers;
using FinInvest.Graph.Network;

namespace FinInvest.Graph.Trace.Paths;

/// <summary>Finds the typed breaks along a chain of payments: where an account was empty, where its records break off, what is not evidenced.</summary>
internal sealed class PathBreaks(PathIndex index)
{
    private readonly Ledger ledger = index.Ledger;

    /// <param name="proceeds">Movement of the named credit, or -1.</param>
    /// <param name="purchase">Movement of the purchase, or -1.</param>
    /// <param name="end">The end, for money that stays in its account; null where none does.</param>
    public void Along(int proceeds, IReadOnlyList<int> movements, int purchase, PathEnd? end, bool unordered, List<PathBreak> into)
    {
        List<int> all = [.. proceeds >= 0 ? [proceeds] : Array.Empty<int>(), .. movements, .. purchase >= 0 ? [purchase] : Array.Empty<int>()];
        for (var i = 0; i < all.Count && !unordered; i++)
        {
            if (all[i] == purchase && i > 0)
            {
                break;
            }

            if (i + 1 < all.Count)
            {
                Stay(all[i], all[i + 1], ledger.Position[all[i + 1] * 2], into);
            }
            else if (end is { } e && purchase < 0)
            {
                Stay(all[i], -1, e.Place, into);
            }
        }

        foreach (var m in movements)
        {
            var (payer, day) = (Name(ledger.Debited[m]), new Day(ledger.DebitDay[m]));
            if (index.PassageOf(m) is { Use: "conduit" } passage)
            {
                into.Add(new PathBreak("conduit", passage.Account, day, new Day(ledger.CreditDay[m]),
                    $"Between {payer} and {Name(ledger.Credited[m])} the payment passed {passage.Account}, an account of many customers that is not traced: end-to-end id {passage.EndToEndId} on both sides joins them."));
            }

            if (index.IsReversed(m))
            {
                into.Add(new PathBreak("reversed", payer, day, day, $"The transfer {payer} to {Name(ledger.Credited[m])} of {day} was undone later, in whole or in part."));
            }

            if ((ledger.Flags[m] & MovementFlags.Inferred) != 0)
            {
                into.Add(new PathBreak("inferred", payer, day, day, $"The transfer {payer} to {Name(ledger.Credited[m])} of {day} rests on an inferred row."));
            }
        }
    }

    /// <summary>The break that a lead's bridge is.</summary>
    public static PathBreak Bridge(IReadOnlyList<PathHop> bridge)
    {
        var kind = bridge[0].Kind is "cash" or "pooled" ? bridge[0].Kind : "association";
        var text = kind == "pooled" ? $"Money left {bridge[0].From} on {bridge[0].Day} into {bridge[0].To} and money came from it into {bridge[^1].To} on {bridge[^1].Day}: the pool mixes many customers' money, nothing shows that it is the same."
            : kind == "cash" ? $"Cash left {bridge[0].From} on {bridge[0].Day} and cash came into {bridge[^1].To} on {bridge[^1].Day}: nothing shows that it is the same."
            : $"{string.Join(", ", bridge.Select(h => h.Kind).Distinct())}: {bridge[0].From} and {bridge[^1].To} are tied by {string.Join(", ", bridge.SkipLast(1).Select(h => h.To))}, no payment joins them.";
        return new PathBreak(kind, bridge[0].From, bridge[0].Day, bridge[^1].Day, text);
    }

    /// <summary>What happened in an account between money coming in and going on.</summary>
    /// <param name="went">The movement by which it went on, or -1.</param>
    /// <param name="until">Place at which it went on or is looked at.</param>
    private void Stay(int came, int went, int until, List<PathBreak> into)
    {
        var account = ledger.Credited[came];
        var first = new Day(ledger.CreditDay[came]);
        var last = went >= 0 ? new Day(ledger.DebitDay[went]) : ledger.Accounts[account].StatedAsOf;
        if (index.EmptyFrom(ledger.Position[(came * 2) + 1]) < until)
        {
            var gap = ledger.Breaks.FirstOrDefault(b => b.Account == Name(account) && b.LastCovered >= first && b.Returns is { } back && back <= last);
            into.Add(gap is null ? new PathBreak("empty", Name(account), first, last, $"U = 0: account {Name(account)} was empty in between.")
                : new PathBreak("gap", Name(account), gap.LastCovered, gap.Returns!.Value, $"U = 0: the records of account {Name(account)} break off after {gap.LastCovered} and go on on {gap.Returns}."));
        }

        if (went >= 0 && first == last && index.IsUnevidenced(new DayGroup(account, last)))
        {
            into.Add(new PathBreak("order", Name(account), last, last, $"The order inside {Name(account)} on {last} is not evidenced."));
        }
    }

    private string Name(int account) => ledger.Accounts[account].Id;
}
