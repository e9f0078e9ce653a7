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
    public ReadOnlySpan<int> LotNumbers => lot.AsSpan(0, Count);

    public void Clear()
    {
        for (var i = 0; i < Count; i++)
        {
            placeOf[owner[i]] = None;
        }

        Count = 0;
        Total = 0;
        arcs = 0;
        lotStart = 0;
        currentLot = 0;
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

        var at = Place(who);
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

    /// <summary>Takes part of what is in hand by one rateable split (lot by lot from the front where lots keep their order) and adds it to another portion.</summary>
    public void TakeInto(Portion to, long part)
    {
        if (part == 0)
        {
            return;
        }

        Reserve();
        Total -= part;
        for (var start = 0; start < Count && part > 0;)
        {
            var size = Count - start;
            var inLot = Total + part;
            var taken = Math.Min(part, inLot);
            Lots.Take(split, minor.AsSpan(start, size), origin.AsSpan(start, size), inLot, taken, takenMinor, takenOrigin);
            to.NextLot();
            for (var i = 0; i < size; i++)
            {
                to.Add(owner[start + i], takenMinor[i], takenOrigin[i], node[start + i]);
            }

            part -= taken;
            start += size;
        }

        DropEmpty();
    }
}
