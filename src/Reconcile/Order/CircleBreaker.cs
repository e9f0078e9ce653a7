using FinInvest.Graph.Reconcile.Columns;

namespace FinInvest.Graph.Reconcile.Order;

/// <summary>
/// Topological order of legs by rank. Where all that is left waits for each other (a circle of payments within a day), the day's groups are not
/// evidenced and the circle's first funded debit goes first, else its first (definitions A4).
/// </summary>
internal sealed class CircleBreaker
{
    private readonly LegColumns legs;
    private readonly LedgerDraft draft;
    private readonly int[] order;
    private readonly int[] next;
    private readonly int[] previous;
    private readonly int[] rank;
    private readonly int[] byRank;
    private readonly byte[] waits;
    private readonly bool[] done;
    private readonly long[] balance;
    private readonly RankSet ready;
    private readonly HashSet<DayGroup> unevidenced = [];
    private int placed;
    private int firstOpen;

    /// <param name="order">Legs by key; receives the order that holds.</param>
    public CircleBreaker(LegColumns legs, LedgerDraft draft, int[] order, int[] next, int[] previous)
    {
        this.legs = legs;
        this.draft = draft;
        this.order = order;
        this.next = next;
        this.previous = previous;
        rank = new int[order.Length];
        waits = new byte[order.Length];
        done = new bool[order.Length];
        ready = new RankSet(order.Length);
        byRank = [.. order];
        balance = new long[legs.AccountStart.Count + 1];
    }

    public void Run()
    {
        for (var i = 0; i < byRank.Length; i++)
        {
            rank[byRank[i]] = i;
        }

        for (var leg = 0; leg < byRank.Length; leg++)
        {
            waits[leg] = (byte)((previous[leg] >= 0 ? 1 : 0) + (WaitsForDebit(leg) ? 1 : 0));
            if (waits[leg] == 0)
            {
                ready.Add(rank[leg]);
            }
        }

        while (placed < byRank.Length)
        {
            while (ready.TakeFirst() is var first && first >= 0)
            {
                Place(byRank[first]);
            }

            if (placed < byRank.Length)
            {
                while (done[byRank[firstOpen]])
                {
                    firstOpen++;
                }

                Open(Circle(byRank[firstOpen]));
            }
        }

        var known = draft.UnevidencedGroups.ToHashSet();
        foreach (var group in unevidenced.Where(g => !known.Contains(g)).OrderBy(g => g.Account).ThenBy(g => g.Day.Number))
        {
            draft.UnevidencedGroups.Add(group);
        }
    }

    private bool WaitsForDebit(int leg) => legs.Mate[leg] >= 0 && legs.Minor[leg] > 0;

    private void Place(int leg)
    {
        order[placed++] = leg;
        done[leg] = true;
        var account = legs.Account[leg];
        balance[account] = legs.Kind[leg] switch
        {
            MovementKind.GapOut => 0,
            MovementKind.OpeningDebt => legs.Minor[leg],
            _ => balance[account] + legs.Minor[leg],
        };
        Release(next[leg]);
        if (legs.Minor[leg] < 0)
        {
            Release(legs.Mate[leg]);
        }
    }

    private void Release(int leg)
    {
        if (leg >= 0 && !done[leg] && --waits[leg] == 0)
        {
            ready.Add(rank[leg]);
        }
    }

    /// <summary>Walks from what waits to what it waits for until a leg comes twice.</summary>
    private List<int> Circle(int from)
    {
        var place = new Dictionary<int, int>();
        var walk = new List<int>();
        for (var leg = from; ;)
        {
            if (place.TryGetValue(leg, out var start))
            {
                return walk[start..];
            }

            place[leg] = walk.Count;
            walk.Add(leg);
            leg = WaitsForDebit(leg) && !done[legs.Mate[leg]] ? legs.Mate[leg] : previous[leg];
        }
    }

    private void Open(List<int> circle)
    {
        foreach (var leg in circle.Where(l => legs.Side[l] >= 0))
        {
            unevidenced.Add(new DayGroup(legs.Account[leg], new Day(legs.Day[leg])));
        }

        var debits = circle.Where(l => legs.Minor[l] < 0 && legs.Side[l] >= 0 && previous[l] >= 0 && !done[previous[l]]).OrderBy(l => rank[l]).ToList();
        var first = debits[Math.Max(0, debits.FindIndex(l => balance[legs.Account[l]] >= -legs.Minor[l]))];
        Unlink(first);
        waits[first] = 0;
        Place(first);
    }

    /// <summary>Takes the debit out of its account's chain: what followed it now waits for what it waited for.</summary>
    private void Unlink(int leg)
    {
        var (before, after) = (previous[leg], next[leg]);
        next[before] = after;
        if (after >= 0)
        {
            previous[after] = before;
        }

        next[leg] = -1;
        previous[leg] = -1;
    }
}
