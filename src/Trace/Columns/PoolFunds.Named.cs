namespace FinInvest.Graph.Trace.Columns;

/// <summary>Credits that a reversal or a link names keep a share of their own inside the owner totals (definitions C2, C8).</summary>
internal sealed partial class PoolFunds
{
    private readonly Dictionary<int, NamedShare> shareOfCredit = [];

    /// <summary>By account, in order of arrival.</summary>
    private readonly Dictionary<int, List<NamedShare>> sharesOf = [];
    private readonly Dictionary<int, List<Given>> sourcesOfDebit = [];

    public override long TakeFromCredit(int movement, long part, Portion into)
    {
        if (!shareOfCredit.TryGetValue(movement, out var share) || !sharesOf.GetValueOrDefault(share.Account, []).Contains(share))
        {
            return 0;
        }

        var total = share.Minor.Sum();
        part = Math.Min(part, total);
        if (part == 0)
        {
            return 0;
        }

        split.Of(share.Minor, total, part, taken);
        for (var who = 0; who < owners; who++)
        {
            var minorTaken = taken[who];
            if (minorTaken > 0)
            {
                var originTaken = TakeFromShare(share, who, minorTaken);
                into.Add(who, minorTaken, originTaken, flow is null ? FlowLog.Unknown : node[(share.Account * owners) + who]);
            }
        }

        States[share.Account].Balance -= part;
        return part;
    }

    public override void Restore(int movement, Portion portion)
    {
        var sources = sourcesOfDebit.GetValueOrDefault(movement, []);
        for (var i = sources.Count - 1; i >= 0; i--)
        {
            var source = sources[i];
            var back = Math.Min(source.Minor, portion.Of(source.Owner));
            if (back == 0)
            {
                continue;
            }

            sources[i] = source with { Minor = source.Minor - back };
            var (backOrigin, from) = portion.TakeOwner(source.Owner, back);
            var at = (source.Account * owners) + source.Owner;
            if (flow is not null && source.Owner >= firstClaim)
            {
                node[at] = flow.Join(node[at], minor[at], from, back);
            }

            States[source.Account].Balance += back;
            States[source.Account].Owners |= AccountState.Bit(source.Owner);
            minor[at] += back;
            origin[at] += backOrigin;
            if (source.Share is { } share)
            {
                share.Minor[source.Owner] += back;
                share.Origin[source.Owner] += backOrigin;
            }
        }
    }

    private void KeepApart(int account, Portion portion, int creditOf)
    {
        var share = new NamedShare(account, new long[owners], new long[owners]);
        for (var i = 0; i < portion.Count; i++)
        {
            share.Minor[portion.Owners[i]] = portion.Minors[i];
            share.Origin[portion.Owners[i]] = portion.Origins[i];
        }

        shareOfCredit[creditOf] = share;
        if (!sharesOf.TryGetValue(account, out var shares))
        {
            sharesOf[account] = shares = [];
        }

        shares.Add(share);
    }

    /// <summary>At a gap the shares are empty but keep their place: what is undone later goes back there (definitions C8), as into a parcel.</summary>
    private void EmptyShares(int account)
    {
        foreach (var share in sharesOf.GetValueOrDefault(account, []))
        {
            Array.Clear(share.Minor);
            Array.Clear(share.Origin);
        }
    }

    private void TakeFromShares(int account, int who, long part, Portion into, List<Given>? sources)
    {
        var shares = sharesOf.GetValueOrDefault(account, []);
        var at = (account * owners) + who;
        var held = new long[shares.Count + 1];
        for (var i = 0; i < shares.Count; i++)
        {
            held[i] = shares[i].Minor[who];
        }

        held[^1] = minor[at] - held.Sum();
        var given = new long[held.Length];
        split.Of(held, minor[at], part, given);
        var from = flow is null ? FlowLog.Unknown : node[at];
        for (var i = 0; i < given.Length; i++)
        {
            if (given[i] == 0)
            {
                continue;
            }

            var share = i < shares.Count ? shares[i] : null;
            var originTaken = share is null ? TakeFromRest(account, who, given[i], shares) : TakeFromShare(share, who, given[i]);
            into.Add(who, given[i], originTaken, from);
            sources?.Add(new Given(account, share, who, given[i]));
        }
    }

    private long TakeFromShare(NamedShare share, int who, long part)
    {
        var at = (share.Account * owners) + who;
        var originTaken = Lots.OriginOf(share.Origin[who], part, share.Minor[who]);
        share.Minor[who] -= part;
        share.Origin[who] -= originTaken;
        minor[at] -= part;
        origin[at] -= originTaken;
        return originTaken;
    }

    /// <summary>What named credits do not keep apart; the totals still hold everything.</summary>
    private long TakeFromRest(int account, int who, long part, List<NamedShare> shares)
    {
        var at = (account * owners) + who;
        var originTaken = Lots.OriginOf(origin[at] - shares.Sum(s => s.Origin[who]), part, minor[at] - shares.Sum(s => s.Minor[who]));
        minor[at] -= part;
        origin[at] -= originTaken;
        return originTaken;
    }

    private sealed record NamedShare(int Account, long[] Minor, long[] Origin);

    /// <summary>What a share (null: the rest) gave of one owner.</summary>
    private readonly record struct Given(int Account, NamedShare? Share, int Owner, long Minor);
}
