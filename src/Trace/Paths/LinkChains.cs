using FinInvest.Graph.Model.Ledgers;

namespace FinInvest.Graph.Trace.Paths;

/// <summary>
/// Chains of holder, interest and control hops before the first or after the last money hop (definitions F3): usable both ways, no party twice, each at a moment that
/// keeps the order, the last one of a path at the as-of date. For each account the shortest chain, of equal ones the one that leaves most time, then the first
/// in ordinal order; a longer one only where it leaves more time. An account ends a chain: going on from it by its holder would be a hop between two money hops.
/// </summary>
internal sealed class LinkChains(LinkGraph links, Ledger ledger)
{
    /// <summary>From a party forward in time: the earlier the moment after the links, the better.</summary>
    public IReadOnlyList<LinkChain> Leading(string party, int linksMax) => Spread(party, long.MinValue, linksMax, forward: true, Day.None);

    /// <summary>From an account forward in time, for leads.</summary>
    public IReadOnlyList<LinkChain> Bridges(string account, long moment, int linksMax) => Spread(account, moment, linksMax, forward: true, Day.None);

    /// <summary>To a target, seen from the as-of date backward in time: the later the moment before the links, the better.</summary>
    public IReadOnlyList<LinkChain> Trailing(string target, Day asOf, int linksMax) =>
        Spread(target, ((asOf.Number + 1) * LedgerTimes.DayLength) - 1, linksMax, forward: false, asOf);

    private List<LinkChain> Spread(string from, long moment, int linksMax, bool forward, Day asOf)
    {
        var found = new List<LinkChain>();
        var best = new Dictionary<string, long>(StringComparer.Ordinal) { [from] = moment };
        List<Step> now = [new Step(from, moment, null, default)];
        for (var c = 1; c <= linksMax && now.Count > 0; c++)
        {
            var next = new Dictionary<string, Step>(StringComparer.Ordinal);
            var order = new List<string>();
            foreach (var step in now)
            {
                foreach (var link in links.Of(step.Node))
                {
                    var t = forward ? Math.Max(step.Moment, link.Valid.Low) : Math.Min(step.Moment, link.Valid.High);
                    var holds = forward ? t <= link.Valid.High : t >= link.Valid.Low && (c > 1 || t >= asOf.Number * LedgerTimes.DayLength);
                    if (!holds || (best.TryGetValue(link.To, out var known) && (forward ? known <= t : known >= t)))
                    {
                        continue;
                    }

                    best[link.To] = t;
                    if (!next.ContainsKey(link.To))
                    {
                        order.Add(link.To);
                    }

                    next[link.To] = new Step(link.To, t, step, link);
                }
            }

            now = [];
            foreach (var step in order.Select(o => next[o]))
            {
                var account = ledger.AccountIndex(step.Node);
                if (account > 0)
                {
                    found.Add(Chain(account, step, forward));
                }
                else
                {
                    now.Add(step);
                }
            }
        }

        return found;
    }

    private static LinkChain Chain(int account, Step last, bool forward)
    {
        var hops = new List<PathHop>();
        var nodes = new List<string>();
        for (var s = last; s.Before is { } before; s = before)
        {
            var day = s.Moment is long.MinValue or long.MaxValue ? Day.None : new Day((int)Math.Floor((decimal)s.Moment / LedgerTimes.DayLength));
            hops.Add(forward ? new PathHop(s.Link.Kind, before.Node, s.Node, -1, 0, 0, day, s.Link.Text) : new PathHop(s.Link.Kind, s.Node, before.Node, -1, 0, 0, day, s.Link.Text));
            nodes.Add(before.Node);
        }

        if (forward)
        {
            hops.Reverse();
            nodes.Reverse();
        }

        return new LinkChain(account, last.Moment, hops, nodes);
    }

    private sealed record Step(string Node, long Moment, Step? Before, Link Link);
}
