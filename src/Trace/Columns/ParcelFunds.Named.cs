namespace FinInvest.Graph.Trace.Columns;

/// <summary>Parcels that a reversal or a link names: taking from one, and putting money back where a debit took it (definitions C8).</summary>
internal sealed partial class ParcelFunds
{
    public override long TakeFromCredit(int movement, long part, Portion into)
    {
        if (!parcelOfCredit.TryGetValue(movement, out var named))
        {
            return 0;
        }

        var taken = Math.Min(part, parcels[named.Parcel].Amount);
        if (taken > 0)
        {
            States[named.Account].Balance -= taken;
            TakeFromParcel(named.Account, named.Parcel, taken, into, null);
        }

        return taken;
    }

    public override void Restore(int movement, Portion portion)
    {
        var sources = sourcesOfDebit.GetValueOrDefault(movement, []);
        for (var i = sources.Count - 1; i >= 0; i--)
        {
            var source = sources[i];
            var back = Math.Min(source.Minor, portion.Of(source.Owner));
            if (back > 0)
            {
                sources[i] = source with { Minor = source.Minor - back };
                PutBack(source, back, portion);
            }
        }
    }

    private void PutBack(Given source, long back, Portion portion)
    {
        (var backOrigin, var node) = portion.TakeOwner(source.Owner, back);
        States[source.Account].Balance += back;
        States[source.Account].Owners |= AccountState.Bit(source.Owner);
        parcels[source.Parcel].Amount += back;
        foreach (ref var lot in LotsOf(source.Parcel))
        {
            if (lot.Owner == source.Owner)
            {
                lot.Node = flow is null || source.Owner < firstClaim ? FlowLog.Unknown : flow.Join(lot.Node, lot.Minor, node, back);
                lot.Minor += back;
                lot.Origin += backOrigin;
                return;
            }
        }

        InsertLot(source, new Lot { Owner = source.Owner, Minor = back, Origin = backOrigin, Node = node });
    }

    private void InsertLot(Given source, Lot added)
    {
        var count = parcels[source.Parcel].Count;
        var run = lots.Allocate(count + 1);
        var from = LotsOf(source.Parcel);
        var to = lots.Of(run, count + 1);
        var before = 0;
        while (before < count && from[before].Owner < added.Owner)
        {
            before++;
        }

        from[..before].CopyTo(to);
        to[before] = added;
        from[before..].CopyTo(to[(before + 1)..]);
        lots.Free(parcels[source.Parcel].Start, count);
        (parcels[source.Parcel].Start, parcels[source.Parcel].Count) = (run, count + 1);
    }

    /// <summary>What a source parcel gave of one owner.</summary>
    private readonly record struct Given(int Account, int Parcel, int Owner, long Minor);
}
