namespace FinInvest.Graph.Trace.Columns;

/// <summary>
/// Storage for compositions: a run of lots per composition. What a leg reads of a lot lies together: in columns of their own each lot would miss the
/// cache three times.
/// <code>
///  start -> [ lot ] x count      freed runs are kept in one list a length, linked through the owner of their first lot
/// </code>
/// </summary>
internal sealed class LotPool
{
    private const int None = -1;
    private Lot[] all = new Lot[1024];
    private int[] freeByCount = [];
    private int used;

    public Span<Lot> Of(int start, int count) => all.AsSpan(start, count);

    public ref Lot this[int lot] => ref all[lot];

    /// <summary>Room for count lots; returns where they start.</summary>
    public int Allocate(int count)
    {
        if (count < freeByCount.Length && freeByCount[count] is var start and not None)
        {
            freeByCount[count] = all[start].Owner;
            return start;
        }

        if (used + count > all.Length)
        {
            Array.Resize(ref all, Math.Max(used + count, all.Length * 2));
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

        all[start].Owner = freeByCount[count];
        freeByCount[count] = start;
    }
}
