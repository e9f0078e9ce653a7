using System.Runtime.CompilerServices;

namespace FinInvest.Graph.Trace.Columns;

/// <summary>
/// Accounts as lists of parcels in order of arrival; a debit draws on one end. Part of a parcel is taken by one rateable split of its lots.
/// <code>
///  account -> head .. tail     parcel -> [ amount | first lot | lots | previous | next ]     lots in <see cref="LotPool"/>
/// </code>
/// </summary>
internal sealed partial class ParcelFunds : Funds
{
    private const int None = -1;
    private readonly bool newestFirst;
    private readonly bool ordered;
    private readonly int owners;
    private readonly int firstClaim;
    private readonly FlowLog? flow;
    private readonly RateableSplit split;
    private readonly Books books;
    private readonly LotPool lots = new();
    private readonly (int Head, int Tail)[] ends;

    /// <summary>A credit that travels as ordered lots is several parcels; the first of them is the credit's own (docs/rules/ordered-lots.md).</summary>
    private readonly Dictionary<int, (int Account, int Parcel)> parcelOfCredit = [];
    private readonly Dictionary<int, List<Given>> sourcesOfDebit = [];

    private Parcel[] parcels = new Parcel[1024];
    private int used;
    private int free = None;
    private long[] heldMinor = new long[16];
    private long[] heldOrigin = new long[16];
    private long[] takenMinor = new long[16];
    private long[] takenOrigin = new long[16];

    /// <param name="ordered">A credit keeps the inner order of the debit that paid it.</param>
    /// <param name="mayJoin">Neighbours wholly of one owner may be put together: nobody lists them, or the flow nodes made of them, one by one.</param>
    public ParcelFunds(int accounts, bool newestFirst, bool ordered, bool mayJoin, int owners, int firstClaim, FlowLog? flow, RateableSplit split, Books books)
        : base(accounts)
    {
        this.newestFirst = newestFirst;
        this.ordered = ordered;
        this.mayJoin = mayJoin;
        this.owners = owners;
        this.firstClaim = firstClaim;
        this.flow = flow;
        this.split = split;
        this.books = books;
        hand = new Hand(owners, firstClaim, split, books);
        claimBits = Enumerable.Range(firstClaim, owners - firstClaim).Aggregate(0UL, (bits, o) => bits | AccountState.Bit(o));
        ends = new (int, int)[accounts];
        Array.Fill(ends, (None, None));
    }

    public override void Take(int account, long part, Portion into, int debitOf)
    {
        States[account].Balance -= part;
        var sources = debitOf < 0 ? null : sourcesOfDebit[debitOf] = [];
        var parcel = newestFirst ? ends[account].Tail : ends[account].Head;
        while (part > 0)
        {
            var following = newestFirst ? parcels[parcel].Previous : parcels[parcel].Next;
            var taken = Math.Min(part, parcels[parcel].Amount);
            if (taken > 0)
            {
                TakeFromParcel(account, parcel, taken, into, sources);
            }

            part -= taken;
            parcel = following;
        }

        ForgetOwnersIfEmpty(account);
    }

    public override void Put(int account, Portion portion, int creditOf)
    {
        if (portion.Total == 0)
        {
            return;
        }

        Enter(account, portion);
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
        for (var parcel = ends[account].Head; parcel != None; parcel = parcels[parcel].Next)
        {
            foreach (ref readonly var lot in LotsOf(parcel))
            {
                into.Add(lot.Owner, lot.Minor, lot.Origin, lot.Node);
            }
        }
    }

    public override void Empty(int account, Portion into)
    {
        for (var parcel = ends[account].Head; parcel != None;)
        {
            var following = parcels[parcel].Next;
            if (parcels[parcel].Amount > 0)
            {
                TakeFromParcel(account, parcel, parcels[parcel].Amount, into, null);
            }

            parcel = following;
        }

        (States[account].Balance, States[account].Owners) = (0, 0);
    }

    public override void CountOut(Books all)
    {
        foreach (var (head, _) in ends)
        {
            for (var parcel = head; parcel != None; parcel = parcels[parcel].Next)
            {
                foreach (ref readonly var lot in LotsOf(parcel))
                {
                    all.Out(lot.Owner, lot.Minor, lot.Origin);
                }
            }
        }
    }

    private Span<Lot> LotsOf(int parcel) => lots.Of(parcels[parcel].Start, parcels[parcel].Count);

    private void TakeFromParcel(int account, int parcel, long taken, Portion into, List<Given>? sources)
    {
        ref var from = ref parcels[parcel];
        var held = lots.Of(from.Start, from.Count);
        from.KeepsPlace |= sources is not null;
        if (taken == from.Amount)
        {
            foreach (ref readonly var lot in held)
            {
                into.NextLot();
                into.Add(lot.Owner, lot.Minor, lot.Origin, lot.Node);
                sources?.Add(new Given(account, parcel, lot.Owner, lot.Minor));
            }

            Exhaust(account, parcel);
            return;
        }

        TakePart(held, from.Amount, taken);
        for (var i = 0; i < held.Length; i++)
        {
            into.NextLot();
            into.Add(held[i].Owner, takenMinor[i], takenOrigin[i], held[i].Node);
            if (takenMinor[i] > 0)
            {
                sources?.Add(new Given(account, parcel, held[i].Owner, takenMinor[i]));
            }
        }

        from.Amount -= taken;
    }

    /// <summary>Takes part of a parcel by one rateable split of its lots; takenMinor and takenOrigin say what each gave.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void TakePart(Span<Lot> held, long amount, long part)
    {
        if (takenMinor.Length < held.Length)
        {
            var size = held.Length * 2;
            (heldMinor, heldOrigin, takenMinor, takenOrigin) = (new long[size], new long[size], new long[size], new long[size]);
        }

        for (var i = 0; i < held.Length; i++)
        {
            (heldMinor[i], heldOrigin[i]) = (held[i].Minor, held[i].Origin);
        }

        Lots.Take(split, heldMinor.AsSpan(0, held.Length), heldOrigin.AsSpan(0, held.Length), amount, part, takenMinor, takenOrigin);
        for (var i = 0; i < held.Length; i++)
        {
            (held[i].Minor, held[i].Origin) = (heldMinor[i], heldOrigin[i]);
        }
    }

    /// <summary>Nothing is left in a parcel: its lots are given back, and its place unless something refers to it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Exhaust(int account, int parcel)
    {
        ref var from = ref parcels[parcel];
        lots.Free(from.Start, from.Count);
        (from.Amount, from.Count) = (0, 0);
        if (!from.KeepsPlace)
        {
            Unlink(account, parcel);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Append(int account, int first, int size, long total, bool keepsPlace)
    {
        var parcel = free;
        if (parcel != None)
        {
            free = parcels[parcel].Next;
        }
        else
        {
            if (used == parcels.Length)
            {
                Array.Resize(ref parcels, used * 2);
            }

            parcel = used++;
        }

        var last = ends[account].Tail;
        parcels[parcel] = new Parcel { Amount = total, Start = first, Count = size, Previous = last, Next = None, KeepsPlace = keepsPlace };
        ends[account] = (last == None ? parcel : ends[account].Head, parcel);
        if (last != None)
        {
            parcels[last].Next = parcel;
        }

        return parcel;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Unlink(int account, int parcel)
    {
        var (before, after) = (parcels[parcel].Previous, parcels[parcel].Next);
        if (before == None)
        {
            ends[account].Head = after;
        }
        else
        {
            parcels[before].Next = after;
        }

        if (after == None)
        {
            ends[account].Tail = before;
        }
        else
        {
            parcels[after].Previous = before;
        }

        parcels[parcel].Next = free;
        free = parcel;
    }
}
