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

        var taken = Math.Min(part, amount[named.Parcel]);
        if (taken > 0)
        {
            balance[named.Account] -= taken;
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
        balance[source.Account] += back;
        amount[source.Parcel] += back;
        for (var lot = start[source.Parcel]; lot < start[source.Parcel] + count[source.Parcel]; lot++)
        {
            if (lots.Owner[lot] == source.Owner)
            {
                lots.Node[lot] = flow is null || source.Owner < firstClaim ? FlowLog.Unknown : flow.Join(lots.Node[lot], lots.Minor[lot], node, back);
                lots.Minor[lot] += back;
                lots.Origin[lot] += backOrigin;
                return;
            }
        }

        InsertLot(source, back, backOrigin, node);
    }

    private void InsertLot(Given source, long back, long backOrigin, int node)
    {
        var parcel = source.Parcel;
        var run = lots.Allocate(count[parcel] + 1);
        var before = 0;
        while (before < count[parcel] && lots.Owner[start[parcel] + before] < source.Owner)
        {
            before++;
        }

        for (var i = 0; i < count[parcel]; i++)
        {
            (var from, var to) = (start[parcel] + i, run + i + (i < before ? 0 : 1));
            (lots.Owner[to], lots.Minor[to], lots.Origin[to], lots.Node[to]) = (lots.Owner[from], lots.Minor[from], lots.Origin[from], lots.Node[from]);
        }

        var place = run + before;
        (lots.Owner[place], lots.Minor[place], lots.Origin[place], lots.Node[place]) = (source.Owner, back, backOrigin, node);
        lots.Free(start[parcel], count[parcel]);
        start[parcel] = run;
        count[parcel]++;
    }

    /// <summary>What a source parcel gave of one owner.</summary>
    private readonly record struct Given(int Account, int Parcel, int Owner, long Minor);
}
