using System.Numerics;
using System.Runtime.CompilerServices;

namespace FinInvest.Graph.Trace.Columns;

/// <summary>Money passing on between lists of parcels: what is drawn is blended by owner, or stays as lots in their order.</summary>
internal sealed partial class ParcelFunds
{
    private readonly bool mayJoin;
    private readonly ulong claimBits;
    private readonly Hand hand;

    public override int Carry(PlainLegs legs, int place) => owners > AccountState.OwnersMax ? place
        : ordered ? legs.Carry(new PlainOrdered(this, legs.Transit), States, place)
        : legs.Carry(new PlainBlended(this, legs.Transit), States, place);

    /// <summary>Claim money leaves a trail where a flow is kept.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsPlain(int account) => flow is null || (States[account].Owners & claimBits) == 0;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Draw<T>(T into, int account, long part)
        where T : struct, ILotSink
    {
        var at = newestFirst ? ends[account].Tail : ends[account].Head;
        while (part > 0)
        {
            ref var parcel = ref parcels[at];
            var held = lots.Of(parcel.Start, parcel.Count);
            if (parcel.Amount > part)
            {
                DrawPart(into, held, parcel.Amount, part);
                parcel.Amount -= part;
                return;
            }

            foreach (ref readonly var lot in held)
            {
                into.Add(lot.Owner, lot.Minor, lot.Origin);
            }

            part -= parcel.Amount;
            var following = newestFirst ? parcel.Previous : parcel.Next;
            Exhaust(account, at);
            at = following;
        }
    }

    private void DrawPart<T>(T into, Span<Lot> held, long amount, long part)
        where T : struct, ILotSink
    {
        if (held.Length == 1)
        {
            ref var lot = ref held[0];
            var origin = Lots.OriginOf(lot.Origin, part, amount);
            lot.Minor -= part;
            lot.Origin -= origin;
            into.Add(lot.Owner, part, origin);
            return;
        }

        TakePart(held, amount, part);
        for (var i = 0; i < held.Length; i++)
        {
            into.Add(held[i].Owner, takenMinor[i], takenOrigin[i]);
        }
    }

    /// <summary>Adds to the account's last parcel where both are wholly of one owner: nobody can tell them apart, and the list stays short.</summary>
    private bool Join(int account, int owner, long minor, long origin)
    {
        var last = ends[account].Tail;
        if (!mayJoin || last == None || parcels[last].Count != 1 || parcels[last].KeepsPlace)
        {
            return false;
        }

        ref var lot = ref lots[parcels[last].Start];
        if (lot.Owner != owner || (owner >= firstClaim && (flow is not null || lot.Origin != lot.Minor || origin != minor)))
        {
            return false;
        }

        parcels[last].Amount += minor;
        lot.Minor += minor;
        lot.Origin += origin;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void EnterBlended(int account, long minor)
    {
        States[account].Owners |= hand.Owners;
        if ((hand.Owners & (hand.Owners - 1)) == 0)
        {
            var owner = BitOperations.TrailingZeroCount(hand.Owners);
            hand.TakeOut(owner, out var origin);
            EnterOne(account, owner, minor, origin);
            return;
        }

        var count = BitOperations.PopCount(hand.Owners);
        var start = lots.Allocate(count);
        hand.MoveTo(lots.Of(start, count));
        Append(account, start, count, minor, keepsPlace: false);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void EnterOne(int account, int owner, long minor, long origin)
    {
        if (!Join(account, owner, minor, origin))
        {
            var start = lots.Allocate(1);
            lots[start] = new Lot { Owner = owner, Minor = minor, Origin = origin, Node = FlowLog.Unknown };
            Append(account, start, 1, minor, keepsPlace: false);
        }
    }

    /// <summary>Where drawn lots go.</summary>
    private interface ILotSink
    {
        void Add(int owner, long minor, long origin);
    }

    private readonly struct PlainBlended(ParcelFunds funds, Transit transit) : IPlainFunds, ILotSink
    {
        public bool IsPlain(int account) => funds.IsPlain(account);

        public void Add(int owner, long minor, long origin) => funds.hand.Add(owner, minor, origin);

        public void Draw(int account, long part) => funds.Draw(this, account, part);

        public void Lend(int owner, long minor)
        {
            funds.hand.Add(owner, minor, 0);
            funds.books.In(owner, minor);
        }

        public void Repay(long total, long part) => funds.hand.Repay(total, part);

        public void Enter(int account, long minor) => funds.EnterBlended(account, minor);

        public void Spend() => funds.hand.Spend();

        public void PutInTransit(int movement) => transit.Put(movement, funds.hand);

        public bool TakeFromTransit(int movement) => transit.Take(movement, funds.hand, funds.flow is null ? int.MaxValue : funds.firstClaim);
    }
}
