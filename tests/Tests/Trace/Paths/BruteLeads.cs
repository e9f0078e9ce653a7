using FinInvest.Graph.Model.Ledgers;
using FinInvest.Graph.Trace.Paths;

namespace FinInvest.Graph.Tests.Trace.Paths;

/// <summary>
/// The slow twin of leads: every walk of payments, one chain of links, payments again. Of the chains of links between two things the fewest links count, then those that
/// leave most time, and longer ones only where they leave more; found here by writing all of them down.
/// </summary>
internal sealed class BruteLeads(Reconciliation r, string target, PathOptions options)
{
    private sealed record Tie(string A, string B, int From, int To, bool LeadOnly);

    private readonly List<Tie> ties =
    [
        .. r.Facts.All<AccountHolder>().Select(h => new Tie(h.Account, h.Party, h.From?.Number ?? -99, h.To?.Number ?? 99, false)),
        .. r.Facts.All<OwnershipInterest>().Select(i => new Tie(i.Owner, i.Target, i.From?.Number ?? -99, i.To?.Number ?? 99, false)),
        .. r.Facts.All<Relation>().Select(x => new Tie(x.From, x.To, -99, 99, true)),
    ];

    private readonly HashSet<string> found = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> All()
    {
        var l = r.Ledger;
        foreach (var mark in r.Register.Claims)
        {
            var m = mark.Movement;
            if (In(l.CreditDay[m]))
            {
                Pay(l.Credited[m], l.Position[(m * 2) + 1], l.CreditDay[m], l.CreditDay[m], [l.Accounts[l.Credited[m]].Id], [], 0, bridged: false, after: 0);
            }
        }

        return found;
    }

    private bool In(int day) => options.Window is not { } w || (day >= w.From.Number && day <= w.To.Number);

    private bool InGap(int arrived, int leaves) => options.GapDaysMax is not { } gap || leaves - arrived <= gap;

    private void Pay(int at, int place, int moment, int arrived, List<string> told, List<string> parties, int hops, bool bridged, int after)
    {
        var l = r.Ledger;
        if (bridged)
        {
            End(at, place, moment, arrived, told, parties, after);
        }
        else
        {
            foreach (var (nodes, moment2) in Best(l.Accounts[at].Id, moment, options.LinksMax, leads: true))
            {
                var account = l.AccountIndex(nodes[^1]);
                if (!told.Contains(nodes[^1]))
                {
                    Pay(account, place, moment2, arrived, [.. told, .. nodes], [.. nodes.SkipLast(1)], hops, true, 0);
                }
            }
        }

        for (var m = 0; m < l.Count && hops < options.HopsMax; m++)
        {
            if (l.Debited[m] == at && l.Credited[m] > 0 && l.Position[m * 2] > place && l.DebitDay[m] >= moment && In(l.DebitDay[m]) && In(l.CreditDay[m]) && InGap(arrived, l.DebitDay[m])
                && !told.Contains(l.Accounts[l.Credited[m]].Id))
            {
                Pay(l.Credited[m], l.Position[(m * 2) + 1], l.CreditDay[m], l.CreditDay[m], [.. told, l.Accounts[l.Credited[m]].Id], parties, hops + 1, bridged, bridged ? after + 1 : 0);
            }
        }
    }

    private void End(int at, int place, int moment, int arrived, List<string> told, List<string> parties, int after)
    {
        var l = r.Ledger;
        if (target.StartsWith("balance:", StringComparison.Ordinal))
        {
            if (l.Accounts[at].Id == target[8..] && after > 0)
            {
                found.Add(string.Join(' ', told));
            }

            return;
        }

        if (r.Register.Acquisitions.FirstOrDefault(a => a.Key == target) is { } bought)
        {
            var m = bought.Lines[0].Movement;
            if (l.Debited[m] == at && l.Position[m * 2] > place && l.DebitDay[m] >= moment && In(l.DebitDay[m]) && InGap(arrived, l.DebitDay[m]))
            {
                found.Add(string.Join(' ', told.Append(target)));
            }

            return;
        }

        foreach (var (nodes, latest) in Best(target, r.Register.AsOf.Number, options.LinksMax, leads: false).Where(b => b.Nodes[^1] == l.Accounts[at].Id))
        {
            List<string> passed = [target, .. nodes.SkipLast(1)];
            if (after > 0 && moment <= latest && (options.SimpleAccounts || !passed.Intersect(parties).Any()))
            {
                found.Add(string.Join(' ', told.Concat(Enumerable.Reverse(passed))));
            }
        }
    }

    /// <summary>Chains to each account: all are written down; one counts when no chain of fewer links, nor an earlier one of as many, leaves at least as much time.</summary>
    private List<(List<string> Nodes, int Moment)> Best(string from, int moment, int most, bool leads)
    {
        var all = new List<(List<string> Nodes, int Moment)>();
        Walk(from, [], moment);
        var best = new List<(List<string> Nodes, int Moment)>();
        foreach (var group in all.GroupBy(c => c.Nodes[^1]))
        {
            var left = leads ? int.MaxValue : int.MinValue;
            foreach (var count in group.GroupBy(c => c.Nodes.Count).OrderBy(g => g.Key))
            {
                var top = leads ? count.MinBy(c => c.Moment) : count.MaxBy(c => c.Moment);
                if (leads ? top.Moment < left : top.Moment > left)
                {
                    left = top.Moment;
                    best.Add(count.Where(c => c.Moment == top.Moment).OrderBy(c => string.Join(' ', leads ? c.Nodes : c.Nodes), StringComparer.Ordinal).First());
                }
            }
        }

        return best;

        void Walk(string at, List<string> passed, int t)
        {
            if (passed.Count > 0 && r.Ledger.AccountIndex(at) > 0)
            {
                all.Add((passed, t));
                return;
            }

            foreach (var tie in ties.Where(x => (x.A == at || x.B == at) && (leads || !x.LeadOnly) && passed.Count < most && x.From < x.To))
            {
                var to = tie.A == at ? tie.B : tie.A;
                var next = leads ? Math.Max(t, tie.From) : Math.Min(t, tie.To - 1);
                var holds = leads ? next < tie.To : next >= tie.From && (passed.Count > 0 || next == moment);
                if (holds && to != from && !passed.Contains(to))
                {
                    Walk(to, [.. passed, to], next);
                }
            }
        }
    }
}
