namespace FinInvest.Graph.Trace.Columns;

/// <summary>Moving, scaling and relabelling what is in hand.</summary>
internal sealed partial class Portion
{
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
                BeginLot(to, i);
                to.Add(owner[i], takenMinor[i], origin[i], node[i]);
            }
        }
    }

    /// <summary>Moves all of it into another portion, over a hop.</summary>
    public void MoveInto(Portion to, int hop = FlowLog.NoHop)
    {
        for (var i = 0; i < Count; i++)
        {
            BeginLot(to, i);
            to.Add(owner[i], minor[i], origin[i], node[i], hop);
        }

        Clear();
    }

    /// <summary>Takes an amount of one owner out; returns its origin amount and flow node.</summary>
    public (long Origin, int Node) TakeOwner(int who, long amount)
    {
        var from = FlowLog.Unknown;
        (var taken, var takenOrigins) = (0L, 0L);
        for (var i = 0; i < Count && taken < amount; i++)
        {
            if (owner[i] == who && minor[i] > 0)
            {
                var piece = Math.Min(amount - taken, minor[i]);
                var pieceOrigin = Lots.OriginOf(origin[i], piece, minor[i]);
                from = flow is null || who < firstClaim ? FlowLog.Unknown : flow.Join(from, taken, node[i], piece);
                minor[i] -= piece;
                origin[i] -= pieceOrigin;
                taken += piece;
                takenOrigins += pieceOrigin;
            }
        }

        if (taken < amount)
        {
            throw new InvalidOperationException($"Owner {who} has {taken} in hand where {amount} were to be taken.");
        }

        Total -= amount;
        DropEmpty();
        return (takenOrigins, from);
    }

    /// <summary>What claims (or everybody else) have in hand.</summary>
    public long OfClass(bool claims)
    {
        var sum = 0L;
        for (var i = 0; i < Count; i++)
        {
            sum += owner[i] >= firstClaim == claims ? minor[i] : 0;
        }

        return sum;
    }

    /// <summary>Takes part of what claims (or everybody else) have in hand, rateably over them.</summary>
    public void TakeClassInto(Portion to, bool claims, long part)
    {
        Reserve();
        var amounts = new long[Count];
        for (var i = 0; i < Count; i++)
        {
            amounts[i] = owner[i] >= firstClaim == claims ? minor[i] : 0;
        }

        split.Of(amounts, amounts.Sum(), part, takenMinor.AsSpan(0, Count));
        for (var i = 0; i < Count; i++)
        {
            var pieceOrigin = Lots.OriginOf(origin[i], takenMinor[i], minor[i]);
            BeginLot(to, i);
            to.Add(owner[i], takenMinor[i], pieceOrigin, node[i]);
            minor[i] -= takenMinor[i];
            origin[i] -= pieceOrigin;
        }

        Total -= part;
        DropEmpty();
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
            BeginLot(scratch, i);
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

    /// <summary>Blends lots that kept their order into one: the rest of a credit that was split is one parcel (definitions A6).</summary>
    public void Blend(Portion scratch)
    {
        if (!ordered || Count == 0 || lot[Count - 1] == lot[0])
        {
            return;
        }

        scratch.Clear();
        for (var i = 0; i < Count; i++)
        {
            scratch.Add(owner[i], minor[i], origin[i], node[i]);
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
            BeginLot(to, i);
            var at = to.Place(owner[i]);
            (to.minor[at], to.origin[at], to.node[at]) = (minor[i], origin[i], node[i]);
        }

        to.Total = Total;
        Clear();
    }

    public bool HasClaim => Count > 0 && (ordered ? Owners.ContainsAnyInRange(firstClaim, int.MaxValue) : owner[Count - 1] >= firstClaim);

    /// <summary>Copies everything in hand.</summary>
    public void CopyTo(Span<Lot> lots) => CopyTo(lots, 0);

    /// <summary>Stores one lot, from a place on; returns how many entries it has.</summary>
    public int StoreLot(LotPool lots, int from, out int start, out long total)
    {
        var size = LotEnd(from) - from;
        start = lots.Allocate(size);
        total = Sum(from, size);
        CopyTo(lots.Of(start, size), from);
        return size;
    }

    /// <summary>Takes back what was stored, nodes kept. The portion must be empty.</summary>
    public void Load(ReadOnlySpan<Lot> lots)
    {
        for (var i = 0; i < lots.Length; i++)
        {
            if (i > 0 && lots[i].Number != lots[i - 1].Number)
            {
                NextLot();
            }

            var at = Place(lots[i].Owner);
            (minor[at], origin[at], node[at]) = (lots[i].Minor, lots[i].Origin, lots[i].Node);
            Total += minor[at];
        }
    }

    private void CopyTo(Span<Lot> lots, int from)
    {
        for (var i = 0; i < lots.Length; i++)
        {
            lots[i] = new Lot { Owner = owner[from + i], Minor = minor[from + i], Origin = origin[from + i], Node = node[from + i], Number = lot[from + i] };
        }
    }

    private long Sum(int from, int size)
    {
        var sum = 0L;
        for (var i = from; i < from + size; i++)
        {
            sum += minor[i];
        }

        return sum;
    }

    /// <summary>What is moved keeps its lots apart in the portion it goes to.</summary>
    private void BeginLot(Portion to, int at)
    {
        if (ordered && (at == 0 || lot[at] != lot[at - 1]))
        {
            to.NextLot();
        }
    }
}
