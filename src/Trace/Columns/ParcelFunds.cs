namespace FinInvest.Graph.Trace.Columns;

/// <summary>
/// Accounts as lists of parcels in order of arrival; a debit draws on one end. Part of a parcel is taken by one rateable split of its lots.
/// <code>
///  account -> head .. tail     parcel -> [ amount | first lot | lots | previous | next ]     lots in <see cref="LotColumns"/>
/// </code>
/// A parcel that something still refers to (a named credit, the source of a debit that is reversed later) keeps its place when it is empty.
/// </summary>
internal sealed partial class ParcelFunds : Funds
{
    private const int None = -1;
    private readonly bool newestFirst;
    private readonly int firstClaim;
    private readonly FlowLog? flow;
    private readonly RateableSplit split;
    private readonly LotColumns lots = new();
    private readonly long[] balance;
    private readonly int[] head;
    private readonly int[] tail;

    /// <summary>A credit that travels as ordered lots is several parcels; the first of them is the credit's own (docs/rules/ordered-lots.md).</summary>
    private readonly Dictionary<int, (int Account, int Parcel)> parcelOfCredit = [];
    private readonly Dictionary<int, List<Given>> sourcesOfDebit = [];

    private long[] amount = new long[1024];
    private int[] start = new int[1024];
    private int[] count = new int[1024];
    private int[] previous = new int[1024];
    private int[] next = new int[1024];
    private bool[] keptPlace = new bool[1024];
    private int used;
    private int free = None;
    private long[] takenMinor = new long[16];
    private long[] takenOrigin = new long[16];

    public ParcelFunds(int accounts, bool newestFirst, int firstClaim, FlowLog? flow, RateableSplit split)
    {
        this.newestFirst = newestFirst;
        this.firstClaim = firstClaim;
        this.flow = flow;
        this.split = split;
        balance = new long[accounts];
        head = new int[accounts];
        tail = new int[accounts];
        Array.Fill(head, None);
        Array.Fill(tail, None);
    }

    public override long Balance(int account) => balance[account];

    public override void Take(int account, long part, Portion into, int debitOf)
    {
        balance[account] -= part;
        var sources = debitOf < 0 ? null : sourcesOfDebit[debitOf] = [];
        var parcel = newestFirst ? tail[account] : head[account];
        while (part > 0)
        {
            var following = newestFirst ? previous[parcel] : next[parcel];
            var taken = Math.Min(part, amount[parcel]);
            if (taken > 0)
            {
                TakeFromParcel(account, parcel, taken, into, sources);
            }

            part -= taken;
            parcel = following;
        }
    }

    public override void Put(int account, Portion portion, int creditOf)
    {
        if (portion.Total == 0)
        {
            return;
        }

        balance[account] += portion.Total;
        for (var from = 0; from < portion.Count;)
        {
            var size = portion.StoreLot(lots, from, out var first, out var total);
            var named = from == 0 && creditOf >= 0;
            var parcel = Append(account, first, size, total, named);
            if (named)
            {
                parcelOfCredit[creditOf] = (account, parcel);
            }

            from += size;
        }
    }

    public override void Copy(int account, Portion into)
    {
        for (var parcel = head[account]; parcel != None; parcel = next[parcel])
        {
            for (var lot = start[parcel]; lot < start[parcel] + count[parcel]; lot++)
            {
                into.Add(lots.Owner[lot], lots.Minor[lot], lots.Origin[lot], lots.Node[lot]);
            }
        }
    }

    public override void Empty(int account, Portion into)
    {
        for (var parcel = head[account]; parcel != None;)
        {
            var following = next[parcel];
            if (amount[parcel] > 0)
            {
                TakeFromParcel(account, parcel, amount[parcel], into, null);
            }

            parcel = following;
        }

        balance[account] = 0;
    }

    private void TakeFromParcel(int account, int parcel, long taken, Portion into, List<Given>? sources)
    {
        var size = count[parcel];
        var first = start[parcel];
        keptPlace[parcel] |= sources is not null;
        if (taken == amount[parcel])
        {
            for (var lot = first; lot < first + size; lot++)
            {
                into.NextLot();
                into.Add(lots.Owner[lot], lots.Minor[lot], lots.Origin[lot], lots.Node[lot]);
                sources?.Add(new Given(account, parcel, lots.Owner[lot], lots.Minor[lot]));
            }

            lots.Free(first, size);
            amount[parcel] = 0;
            count[parcel] = 0;
            if (!keptPlace[parcel])
            {
                Unlink(account, parcel);
            }

            return;
        }

        if (takenMinor.Length < size)
        {
            takenMinor = new long[size * 2];
            takenOrigin = new long[size * 2];
        }

        Lots.Take(split, lots.Minor.AsSpan(first, size), lots.Origin.AsSpan(first, size), amount[parcel], taken, takenMinor, takenOrigin);
        for (var i = 0; i < size; i++)
        {
            into.NextLot();
            into.Add(lots.Owner[first + i], takenMinor[i], takenOrigin[i], lots.Node[first + i]);
            if (takenMinor[i] > 0)
            {
                sources?.Add(new Given(account, parcel, lots.Owner[first + i], takenMinor[i]));
            }
        }

        amount[parcel] -= taken;
    }

    private int Append(int account, int first, int size, long total, bool keepsPlace)
    {
        var parcel = free;
        if (parcel != None)
        {
            free = next[parcel];
        }
        else
        {
            if (used == amount.Length)
            {
                Grow();
            }

            parcel = used++;
        }

        (amount[parcel], start[parcel], count[parcel], previous[parcel], next[parcel], keptPlace[parcel]) = (total, first, size, tail[account], None, keepsPlace);
        if (tail[account] == None)
        {
            head[account] = parcel;
        }
        else
        {
            next[tail[account]] = parcel;
        }

        tail[account] = parcel;
        return parcel;
    }

    private void Unlink(int account, int parcel)
    {
        (var before, var after) = (previous[parcel], next[parcel]);
        if (before == None)
        {
            head[account] = after;
        }
        else
        {
            next[before] = after;
        }

        if (after == None)
        {
            tail[account] = before;
        }
        else
        {
            previous[after] = before;
        }

        next[parcel] = free;
        free = parcel;
    }

    private void Grow()
    {
        var size = used * 2;
        Array.Resize(ref amount, size);
        Array.Resize(ref start, size);
        Array.Resize(ref count, size);
        Array.Resize(ref previous, size);
        Array.Resize(ref next, size);
        Array.Resize(ref keptPlace, size);
    }
}
