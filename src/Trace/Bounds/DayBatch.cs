using System.Numerics;

namespace FinInvest.Graph.Trace.Bounds;

/// <summary>
/// What a day group without evidenced order may hide (definitions E5): where the account is in debt at the day's start or end, the bank may have paid more and
/// been repaid more, by at most the day's credits that do not already repay.
/// </summary>
internal sealed class DayBatch
{
    private readonly Ledger ledger;
    private readonly Dictionary<(int Account, int Day), Group> groups = [];
    private readonly HashSet<int> open = [];

    public DayBatch(Ledger ledger)
    {
        this.ledger = ledger;
        foreach (var group in ledger.UnevidencedGroups)
        {
            groups[(group.Account, group.Day.Number)] = new Group();
            open.Add(group.Account);
        }
    }

    /// <summary>Whether some day of an account has no evidenced order.</summary>
    public bool IsOrderOpen(int account) => open.Contains(account);

    public void Enter(int place, int account, long before)
    {
        if (Find(place, account) is { } group && group.First < 0)
        {
            group.First = place;
            group.InDebt |= before < 0;
        }
    }

    public void Debit(int place, int account, long after) => Leave(place, account, after);

    public void Restart(int place, int account, long after)
    {
        Leave(place, account, after);
        if (Find(place, account) is { } group)
        {
            group.InDebt = true;
        }
    }

    public void Credit(int place, int account, long minor, long repaid, long after)
    {
        if (Find(place, account) is { } group)
        {
            group.NotRepaying = checked(group.NotRepaying + minor - repaid);
        }

        Leave(place, account, after);
    }

    public void Raise<T>(EventNetwork<T> network, EventNodes nodes, T[] factor)
        where T : struct, IBinaryInteger<T>
    {
        foreach (var ((account, _), group) in groups.Where(g => g.Value.First >= 0 && (g.Value.InDebt || g.Value.After < 0)).OrderBy(g => g.Value.First))
        {
            var minor = checked(T.CreateChecked(group.NotRepaying) * factor[account]);
            network.Add(EventNodes.Clean, nodes.OfLeg[group.First], minor, group.First);
            network.Add(nodes.OfLeg[group.First], nodes.Sink, minor, group.First);
        }
    }

    private void Leave(int place, int account, long after)
    {
        if (Find(place, account) is { } group)
        {
            group.After = after;
        }
    }

    private Group? Find(int place, int account) => groups.Count == 0 ? null : groups.GetValueOrDefault((account, EventNodes.AccountAndDay(ledger, ledger.Legs[place]).Day));

    private sealed class Group
    {
        public int First { get; set; } = -1;
        public bool InDebt { get; set; }
        public long After { get; set; }
        public long NotRepaying { get; set; }
    }
}
