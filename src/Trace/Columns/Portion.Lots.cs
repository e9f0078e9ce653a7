namespace FinInvest.Graph.Trace.Columns;

/// <summary>How the lots in hand and their pending arcs are kept.</summary>
internal sealed partial class Portion
{
    /// <summary>Number of the lot an entry belongs to; all 0 unless lots keep their order.</summary>
    private int[] lot = new int[16];
    private int lotStart;
    private int currentLot;

    /// <summary>What is added from here on is a lot of its own, behind those in hand; does nothing where lots are merged.</summary>
    public void NextLot()
    {
        if (ordered && lotStart < Count)
        {
            for (var i = lotStart; i < Count; i++)
            {
                placeOf[owner[i]] = None;
            }

            lotStart = Count;
            currentLot++;
        }
    }

    /// <summary>End of the lot that starts at a place.</summary>
    private int LotEnd(int start)
    {
        var end = start + 1;
        while (end < Count && lot[end] == lot[start])
        {
            end++;
        }

        return end;
    }

    private int Place(int who)
    {
        if (placeOf[who] != None)
        {
            return placeOf[who];
        }

        var at = Count;
        while (at > lotStart && owner[at - 1] > who)
        {
            at--;
        }

        Reserve(Count + 1);
        for (var i = Count; i > at; i--)
        {
            (owner[i], minor[i], origin[i], node[i], pending[i], lot[i]) = (owner[i - 1], minor[i - 1], origin[i - 1], node[i - 1], pending[i - 1], lot[i - 1]);
            placeOf[owner[i]] = i;
        }

        Count++;
        Fresh(at, who);
        placeOf[who] = at;
        return at;
    }

    private void Fresh(int at, int who)
    {
        owner[at] = who;
        minor[at] = 0;
        origin[at] = 0;
        node[at] = FlowLog.Unknown;
        pending[at] = None;
        lot[at] = currentLot;
    }

    private void DropEmpty()
    {
        var kept = 0;
        for (var i = 0; i < Count; i++)
        {
            if (minor[i] == 0)
            {
                placeOf[owner[i]] = None;
                continue;
            }

            (owner[kept], minor[kept], origin[kept], node[kept], pending[kept], lot[kept]) = (owner[i], minor[i], origin[i], node[i], pending[i], lot[i]);
            placeOf[owner[kept]] = ordered ? None : kept;
            kept++;
        }

        Count = kept;
        if (ordered)
        {
            lotStart = Count;
            currentLot++;
        }
    }

    private void Pend(int at, int from, long amount, int hop)
    {
        if (from == FlowLog.Unknown)
        {
            throw new InvalidOperationException($"Claim money of owner {owner[at]} moves on before its flow node is made.");
        }

        if (arcs == arcFrom.Length)
        {
            Array.Resize(ref arcFrom, arcs * 2);
            Array.Resize(ref arcMinor, arcs * 2);
            Array.Resize(ref arcHop, arcs * 2);
            Array.Resize(ref arcNext, arcs * 2);
        }

        (arcFrom[arcs], arcMinor[arcs], arcHop[arcs], arcNext[arcs]) = (from, amount, hop, pending[at]);
        pending[at] = arcs++;
    }

    private void Reserve(int count = 0)
    {
        if (count > owner.Length)
        {
            Array.Resize(ref owner, count * 2);
            Array.Resize(ref minor, count * 2);
            Array.Resize(ref origin, count * 2);
            Array.Resize(ref node, count * 2);
            Array.Resize(ref pending, count * 2);
            Array.Resize(ref lot, count * 2);
        }

        if (takenMinor.Length < owner.Length)
        {
            takenMinor = new long[owner.Length];
            takenOrigin = new long[owner.Length];
        }
    }
}
