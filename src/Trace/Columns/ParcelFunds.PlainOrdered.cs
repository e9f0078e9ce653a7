namespace FinInvest.Graph.Trace.Columns;

/// <summary>Money passing on as lots in their order; what is left of a credit that repaid debt is one parcel again.</summary>
internal sealed partial class ParcelFunds
{
    /// <summary>The lots in hand; those with one number are one parcel.</summary>
    private Lot[] drawn = new Lot[16];
    private int drawnCount;

    private void AddDrawn(int owner, long minor, long origin)
    {
        if (minor == 0)
        {
            return;
        }

        if (drawnCount == drawn.Length)
        {
            Array.Resize(ref drawn, drawnCount * 2);
        }

        drawn[drawnCount] = new Lot { Owner = owner, Minor = minor, Origin = origin, Node = FlowLog.Unknown, Number = drawnCount };
        drawnCount++;
    }

    private void RepayDrawn(long total, long part)
    {
        foreach (ref readonly var lot in drawn.AsSpan(0, drawnCount))
        {
            hand.Add(lot.Owner, lot.Minor, lot.Origin);
        }

        hand.Repay(total, part);
        drawnCount = System.Numerics.BitOperations.PopCount(hand.Owners);
        hand.MoveTo(drawn.AsSpan(0, drawnCount));
    }

    private void EnterDrawn(int account)
    {
        for (var from = 0; from < drawnCount;)
        {
            var (end, minor) = (from, 0L);
            for (; end < drawnCount && drawn[end].Number == drawn[from].Number; end++)
            {
                States[account].Owners |= 1UL << drawn[end].Owner;
                minor += drawn[end].Minor;
            }

            if (end - from == 1)
            {
                EnterOne(account, drawn[from].Owner, minor, drawn[from].Origin);
            }
            else
            {
                var start = lots.Allocate(end - from);
                drawn.AsSpan(from, end - from).CopyTo(lots.Of(start, end - from));
                Append(account, start, end - from, minor, keepsPlace: false);
            }

            from = end;
        }

        drawnCount = 0;
    }

    private void SpendDrawn()
    {
        foreach (ref readonly var lot in drawn.AsSpan(0, drawnCount))
        {
            books.Out(lot.Owner, lot.Minor, lot.Origin);
        }

        drawnCount = 0;
    }

    private readonly struct PlainOrdered(ParcelFunds funds, Transit transit) : IPlainFunds, ILotSink
    {
        public bool IsPlain(int account) => funds.IsPlain(account);

        public void Add(int owner, long minor, long origin) => funds.AddDrawn(owner, minor, origin);

        public void Draw(int account, long part) => funds.Draw(this, account, part);

        public void Lend(int owner, long minor)
        {
            funds.AddDrawn(owner, minor, 0);
            funds.books.In(owner, minor);
        }

        public void Repay(long total, long part) => funds.RepayDrawn(total, part);

        public void Enter(int account, long minor) => funds.EnterDrawn(account);

        public void Spend() => funds.SpendDrawn();

        public void PutInTransit(int movement)
        {
            transit.Put(movement, funds.drawn.AsSpan(0, funds.drawnCount));
            funds.drawnCount = 0;
        }

        public bool TakeFromTransit(int movement)
        {
            var run = transit.Of(movement);
            if (funds.flow is not null && Transit.HasOwnerFrom(run, funds.firstClaim))
            {
                return false;
            }

            if (funds.drawn.Length < run.Length)
            {
                Array.Resize(ref funds.drawn, run.Length * 2);
            }

            run.CopyTo(funds.drawn);
            funds.drawnCount = run.Length;
            transit.Free(movement);
            return true;
        }
    }
}
