namespace FinInvest.Graph.Trace.Columns;

/// <summary>
/// Money in hand: what a debit took, on its way to where the credit puts it. Lots are merged by owner and stand in the order of owners;
/// under ordered lots they stand in the order in which they were taken.
/// Where a flow is kept, what was added waits as pending arcs until <see cref="Seal"/> makes one node a claim of it.
/// </summary>
internal sealed partial class Portion
{
    private const int None = -1;
    private readonly bool ordered;
    private readonly int firstClaim;
    private readonly FlowLog? flow;
    private readonly RateableSplit split;
    private readonly int[] placeOf;
    private int[] owner = new int[16];
    private long[] minor = new long[16];
    private long[] origin = new long[16];
    private int[] node = new int[16];
    private int[] pending = new int[16];
    private long[] takenMinor = new long[16];
    private long[] takenOrigin = new long[16];

    private int[] arcFrom = new int[16];
    private long[] arcMinor = new long[16];
    private int[] arcHop = new int[16];
    private int[] arcNext = new int[16];
    private int arcs;

    public Portion(int owners, int firstClaim, bool ordered, FlowLog? flow, RateableSplit split)
    {
        this.ordered = ordered;
        this.firstClaim = firstClaim;
        this.flow = flow;
        this.split = split;
        placeOf = new int[owners];
        Array.Fill(placeOf, None);
    }

    public int Count { get; private set; }
    public long Total { get; private set; }
    public ReadOnlySpan<int> Owners => owner.AsSpan(0, Count);
    public Span<long> Minors => minor.AsSpan(0, Count);
    public Span<long> Origins => origin.AsSpan(0, Count);
    public Span<int> Nodes => node.AsSpan(0, Count);

    public void Clear()
    {
        for (var i = 0; i < Count; i++)
        {
            placeOf[owner[i]] = None;
        }

        Count = 0;
        Total = 0;
        arcs = 0;
    }

    /// <summary>Amount of one owner in hand.</summary>
    public long Of(int who)
    {
        var sum = 0L;
        for (var i = 0; i < Count; i++)
        {
            sum += owner[i] == who ? minor[i] : 0;
        }

        return sum;
    }

    /// <param name="from">Flow node that the money comes from; <see cref="FlowLog.Crime"/> for money labelled here.</param>
    /// <param name="hop">Hop it crosses on the way here.</param>
    public void Add(int who, long amount, long originAmount, int from = FlowLog.Crime, int hop = FlowLog.NoHop)
    {
        if (amount == 0 && originAmount == 0)
        {
            return;
        }

        var at = ordered ? Append(who) : Place(who);
        if (flow is not null && who >= firstClaim)
        {
            if (pending[at] == None && node[at] >= 0)
            {
                Pend(at, node[at], minor[at], FlowLog.NoHop);
            }

            Pend(at, from, amount, hop);
        }

        minor[at] += amount;
        origin[at] += originAmount;
        Total += amount;
    }

    /// <summary>Makes one flow node of each claim in hand; pending arcs without a hop cross the given one.</summary>
    public void Seal(int hop = FlowLog.NoHop)
    {
        if (flow is null)
        {
            return;
        }

        for (var i = 0; i < Count; i++)
        {
            if (owner[i] < firstClaim || pending[i] == None)
            {
                continue;
            }

            node[i] = flow.Node();
            for (var arc = pending[i]; arc != None; arc = arcNext[arc])
            {
                flow.Arc(arcFrom[arc], arcMinor[arc], arcHop[arc] == FlowLog.NoHop ? hop : arcHop[arc]);
            }

            pending[i] = None;
        }

        arcs = 0;
    }

    /// <summary>Takes part of what is in hand by one rateable split (from the front under ordered lots) and adds it to another portion.</summary>
    public void TakeInto(Portion to, long part)
    {
        if (part == 0)
        {
            return;
        }

        Reserve();
        Lots.Take(split, ordered, minor.AsSpan(0, Count), origin.AsSpan(0, Count), Total, part, takenMinor, takenOrigin);
        for (var i = 0; i < Count; i++)
        {
            to.Add(owner[i], takenMinor[i], takenOrigin[i], node[i]);
        }

        Total -= part;
        DropEmpty();
    }

    /// <summary>Copies a part, scaled to another unit or price, without taking it away: origins are not scaled (definitions C3, C6).</summary>
    public void ScaleInto(Portion to, long newTotal, Action<int, long, long> report)
    {
        Reserve();
        split.Of(minor.AsSpan(0, Count), Total, newTotal, takenMinor.AsSpan(0, Count));
        for (var i = 0; i < Count; i++)
        {
            report(owner[i], takenMinor[i] - minor[i], takenMinor[i] == 0 ? origin[i] : 0);
            if (takenMinor[i] > 0)
            {
                to.Add(owner[i], takenMinor[i], origin[i], node[i]);
            }
        }
    }

    /// <summary>Moves all of it into another portion, over a hop.</summary>
    public void MoveInto(Portion to, int hop = FlowLog.NoHop)
    {
        for (var i = 0; i < Count; i++)
        {
            to.Add(owner[i], minor[i], origin[i], node[i], hop);
        }

        Clear();
    }

    /// <summary>Takes an amount of one owner out; returns its origin amount and flow node.</summary>
    public (long Origin, int Node) TakeOwner(int who, long amount)
    {
        for (var i = 0; i < Count; i++)
        {
            if (owner[i] == who && minor[i] >= amount)
            {
                var part = Lots.OriginOf(origin[i], amount, minor[i]);
                var from = node[i];
                minor[i] -= amount;
                origin[i] -= part;
                Total -= amount;
                DropEmpty();
                return (part, from);
            }
        }

        throw new InvalidOperationException($"Owner {who} has less than {amount} in hand.");
    }

    /// <summary>Gives part of what belongs to no claim to an owner, rateably over those who lose it (definitions B2).</summary>
    public void Relabel(Portion scratch, int who, long part, int hop, Action<int, long> lost)
    {
        Reserve();
        var amounts = new long[Count];
        for (var i = 0; i < Count; i++)
        {
            amounts[i] = owner[i] < firstClaim ? minor[i] : 0;
        }

        split.Of(amounts, amounts.Sum(), part, takenMinor.AsSpan(0, Count));
        for (var i = 0; i < Count; i++)
        {
            var given = takenMinor[i];
            scratch.Add(owner[i], minor[i] - given, origin[i], node[i]);
            if (given > 0)
            {
                lost(owner[i], given);
                scratch.Add(who, given, who >= firstClaim ? given : 0, FlowLog.Crime, hop);
            }
        }

        Clear();
        scratch.Seal();
        scratch.HandOver(this);
    }

    /// <summary>Gives all of it to an empty portion, with its flow nodes.</summary>
    public void HandOver(Portion to)
    {
        for (var i = 0; i < Count; i++)
        {
            var at = ordered ? to.Append(owner[i]) : to.Place(owner[i]);
            (to.minor[at], to.origin[at], to.node[at]) = (minor[i], origin[i], node[i]);
        }

        to.Total = Total;
        Clear();
    }

    public bool HasClaim => Count > 0 && (ordered ? Owners.ContainsAnyInRange(firstClaim, int.MaxValue) : owner[Count - 1] >= firstClaim);

    public int Store(LotColumns lots)
    {
        var start = lots.Allocate(Count);
        owner.AsSpan(0, Count).CopyTo(lots.Owner.AsSpan(start));
        minor.AsSpan(0, Count).CopyTo(lots.Minor.AsSpan(start));
        origin.AsSpan(0, Count).CopyTo(lots.Origin.AsSpan(start));
        node.AsSpan(0, Count).CopyTo(lots.Node.AsSpan(start));
        return start;
    }

    /// <summary>Takes back a stored run, nodes kept, and frees it. The portion must be empty.</summary>
    public void Load(LotColumns lots, int start, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var at = ordered ? Append(lots.Owner[start + i]) : Place(lots.Owner[start + i]);
            minor[at] = lots.Minor[start + i];
            origin[at] = lots.Origin[start + i];
            node[at] = lots.Node[start + i];
            Total += minor[at];
        }

        lots.Free(start, count);
    }
}
