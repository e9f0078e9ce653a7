namespace FinInvest.Graph.Ingest.Rows;

/// <summary>The names one page uses, numbered in order of first use.</summary>
internal sealed class PageNames
{
    private readonly NamePool pool;
    private readonly List<string> names = [];
    private int[] indexInPage = [];

    /// <param name="withNone">Entry 0 is "" for rows that name nobody.</param>
    public PageNames(NamePool pool, bool withNone)
    {
        this.pool = pool;
        if (withNone)
        {
            IndexOf(0);
        }
    }

    public IReadOnlyList<string> Names => names;

    public int IndexOf(int inPool)
    {
        if (inPool >= indexInPage.Length)
        {
            Array.Resize(ref indexInPage, Math.Max(inPool + 1, Math.Max(64, pool.Count * 2)));
        }

        // Stored plus one, so that a fresh array means "not yet".
        if (indexInPage[inPool] == 0)
        {
            names.Add(pool[inPool]);
            indexInPage[inPool] = names.Count;
        }

        return indexInPage[inPool] - 1;
    }
}
