namespace FinInvest.Graph.Trace.Columns;

/// <summary>
/// Accounts as owner totals: no order of arrival, so a debit costs the number of owners (definitions C2). Tiers of owners are used up one
/// after the other, rateably inside a tier, by one split.
/// <code>
///  minor[account * owners + owner], origin likewise, node likewise where a flow is kept
/// </code>
/// </summary>
internal sealed partial class PoolFunds : Funds
{
    private readonly int owners;
    private readonly int firstClaim;
    private readonly FlowLog? flow;
    private readonly RateableSplit split;
    private readonly Books books;
    private readonly Hand hand;
    private readonly int[][] tiers;

    /// <summary>The owners of each tier, and those that are claims, as bits.</summary>
    private readonly ulong[] tierBits;
    private readonly ulong claimBits;
    private readonly long[] minor;
    private readonly long[] origin;
    private readonly int[] node;
    private readonly long[] amounts;
    private readonly long[] taken;
    private readonly int[] who;

    /// <param name="tiers">Owners by tier, ascending inside each.</param>
    public PoolFunds(int accounts, int owners, int firstClaim, int[][] tiers, FlowLog? flow, RateableSplit split, Books books)
        : base(accounts)
    {
        this.owners = owners;
        this.firstClaim = firstClaim;
        this.tiers = tiers;
        this.flow = flow;
        this.split = split;
        this.books = books;
        hand = new Hand(owners, firstClaim, split, books);
        tierBits = [.. tiers.Select(t => t.Aggregate(0UL, (bits, o) => bits | AccountState.Bit(o)))];
        claimBits = Enumerable.Range(firstClaim, owners - firstClaim).Aggregate(0UL, (bits, o) => bits | AccountState.Bit(o));
        minor = new long[accounts * owners];
        origin = new long[accounts * owners];
        node = flow is null ? [] : new int[accounts * owners];
        amounts = new long[owners];
        taken = new long[owners];
        who = new int[owners];
    }

    public override void Take(int account, long part, Portion into, int debitOf)
    {
        States[account].Balance -= part;
        var sources = debitOf < 0 ? null : sourcesOfDebit[debitOf] = [];
        foreach (var tier in tiers)
        {
            if (part == 0)
            {
                break;
            }

            var total = 0L;
            for (var i = 0; i < tier.Length; i++)
            {
                amounts[i] = minor[(account * owners) + tier[i]];
                total += amounts[i];
            }

            var fromTier = Math.Min(part, total);
            if (fromTier == 0)
            {
                continue;
            }

            part -= fromTier;
            split.Of(amounts.AsSpan(0, tier.Length), total, fromTier, taken.AsSpan(0, tier.Length));
            for (var i = 0; i < tier.Length; i++)
            {
                if (taken[i] > 0)
                {
                    TakeOwner(account, tier[i], taken[i], into, sources);
                }
            }
        }

        ForgetOwnersIfEmpty(account);
    }

    public override void Put(int account, Portion portion, int creditOf)
    {
        Enter(account, portion);
        if (creditOf >= 0)
        {
            KeepApart(account, portion, creditOf);
        }

        for (var i = 0; i < portion.Count; i++)
        {
            var who = portion.Owners[i];
            var at = (account * owners) + who;
            if (flow is not null && who >= firstClaim)
            {
                node[at] = flow.Join(node[at], minor[at], portion.Nodes[i], portion.Minors[i]);
            }

            minor[at] += portion.Minors[i];
            origin[at] += portion.Origins[i];
        }
    }

    public override void Copy(int account, Portion into)
    {
        for (var who = 0; who < owners; who++)
        {
            var at = (account * owners) + who;
            if (minor[at] > 0)
            {
                into.Add(who, minor[at], origin[at], flow is null ? FlowLog.Unknown : node[at]);
            }
        }
    }

    public override void Empty(int account, Portion into)
    {
        Copy(account, into);
        Array.Clear(minor, account * owners, owners);
        Array.Clear(origin, account * owners, owners);
        (States[account].Balance, States[account].Owners) = (0, 0);
        EmptyShares(account);
    }

    public override void CountOut(Books all)
    {
        for (var at = 0; at < minor.Length; at++)
        {
            all.Out(at % owners, minor[at], origin[at]);
        }
    }

    /// <summary>Takes of one owner; where named credits keep shares of their own, from them and the rest by one split.</summary>
    private void TakeOwner(int account, int who, long part, Portion into, List<Given>? sources)
    {
        if (sources is not null || sharesOf.ContainsKey(account))
        {
            TakeFromShares(account, who, part, into, sources);
            return;
        }

        var at = (account * owners) + who;
        var takenOrigin = Lots.OriginOf(origin[at], part, minor[at]);
        minor[at] -= part;
        origin[at] -= takenOrigin;
        into.Add(who, part, takenOrigin, flow is null ? FlowLog.Unknown : node[at]);
    }
}
