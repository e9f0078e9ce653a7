namespace FinInvest.Graph.Trace.Columns;

/// <summary>
/// Storage for compositions: a run of lots (owner, minor, origin, flow node) per composition, in pooled columns.
/// <code>
///  start -> [ owner | minor | origin | node ] x count      freed runs are kept in one list a length, linked through owner[start]
/// </code>
/// </summary>
internal sealed class LotColumns
{
    private const int None = -1;
    private int[] freeByCount = [];
    private int used;

    public int[] Owner { get; private set; } = new int[1024];
    public long[] Minor { get; private set; } = new long[1024];

    /// <summary>Origin amount of claims (definitions B3); 0 for other owners.</summary>
    public long[] Origin { get; private set; } = new long[1024];

    /// <summary>Flow node of claims; -1 where no flow is kept.</summary>
    public int[] Node { get; private set; } = new int[1024];

    /// <summary>Lot number, where lots keep their order in transit.</summary>
    public int[] Lot { get; private set; } = new int[1024];

    /// <summary>Room for count lots; returns where they start.</summary>
    public int Allocate(int count)
    {
        if (count < freeByCount.Length && freeByCount[count] != None)
        {
            var start = freeByCount[count];
            freeByCount[count] = Owner[start];
            return start;
        }

        if (used + count > Owner.Length)
        {
            Grow(used + count);
        }

        used += count;
        return used - count;
    }

    public void Free(int start, int count)
    {
        if (count == 0)
        {
            return;
        }

        if (count >= freeByCount.Length)
        {
            var before = freeByCount.Length;
            Array.Resize(ref freeByCount, Math.Max(count + 1, before * 2));
            Array.Fill(freeByCount, None, before, freeByCount.Length - before);
        }

        Owner[start] = freeByCount[count];
        freeByCount[count] = start;
    }

    private void Grow(int needed)
    {
        var size = Math.Max(needed, Owner.Length * 2);
        (var owner, var minor, var origin, var node, var lot) = (Owner, Minor, Origin, Node, Lot);
        Array.Resize(ref owner, size);
        Array.Resize(ref minor, size);
        Array.Resize(ref origin, size);
        Array.Resize(ref node, size);
        Array.Resize(ref lot, size);
        (Owner, Minor, Origin, Node, Lot) = (owner, minor, origin, node, lot);
    }
}
