using System.Globalization;
using System.Runtime.ExceptionServices;
using FinInvest.Graph.Store;

namespace FinInvest.Graph.Casework.Replica;

/// <summary>
/// A copy of a case's rows near the program, in segments of loads. What it gives is what a fresh reading of the whole case gives, name lists included, and of the store only the rows of loads that no
/// segment holds are read. A segment is written while its rows come, so memory holds a few pages however many rows there are. Small segments are merged into the next one, so that there are
/// few, and every row is written again only a few times while a case grows.
/// </summary>
internal sealed class RowReplica : IDisposable
{
    /// <summary>A segment of at most this many times the new rows is written again together with them.</summary>
    private const int MergedUpTo = 2;

    private readonly ICaseGraph graph;
    private readonly CaseVersion at;
    private readonly CancellationToken ct;
    private RowChain? chain;
    private Exception? fault;

    private RowReplica(ICaseGraph graph, CaseVersion at, CancellationToken ct)
    {
        (this.graph, this.at, this.ct) = (graph, at, ct);
    }

    /// <summary>The rows lie near the program; else each reading of them goes to the store.</summary>
    public bool IsKept => chain is not null;

    /// <summary>Rows that are kept.</summary>
    public long Rows => chain is null ? 0 : Enumerable.Range(0, chain.Count).Sum(s => chain[s].Rows);

    /// <summary>All rows of the version.</summary>
    public IEnumerable<PostingPage> Pages => chain?.Pages(0, chain.Names) ?? Fresh(0);

    /// <summary>Brings the copy to a version and opens it. Where nothing can be kept, the rows come from the store.</summary>
    /// <param name="loads">The journal at that version.</param>
    /// <param name="cache">null = no copy is kept.</param>
    /// <param name="isNewest">Only the newest version is kept: a look at an earlier one must not cost the others.</param>
    public static RowReplica Open(ICaseGraph graph, CaseVersion at, IReadOnlyList<LoadReceipt> loads, ICaseCache? cache, bool isNewest, CancellationToken ct)
    {
        var replica = new RowReplica(graph, at, ct);
        if (loads.Sum(RowKeys.Rows) > 0 && cache is not null)
        {
            replica.Follow(loads, cache, isNewest);
        }
        else if (isNewest)
        {
            cache?.Clear();
        }

        return replica;
    }

    public void Dispose() => chain?.Dispose();

    private void Follow(IReadOnlyList<LoadReceipt> loads, ICaseCache cache, bool isNewest)
    {
        var keys = RowKeys.OfLoads(loads);
        var covered = keys.Length;
        do
        {
            covered--;
            chain = RowChain.Open(cache, keys[covered]);
        }
        while (chain is null && covered > 0);

        var missing = chain is null ? loads.Sum(RowKeys.Rows) : loads.Skip(covered + 1).Sum(RowKeys.Rows);
        if (missing > 0)
        {
            var afterLoad = chain is null ? 0 : loads[covered].Load;
            var isKept = isNewest && (Extend(cache, keys[^1], afterLoad, missing) || (chain is not null && Anew(cache, keys[^1], loads.Sum(RowKeys.Rows))));
            chain?.Dispose();
            chain = isKept ? RowChain.Open(cache, keys[^1]) : null;
        }
    }

    /// <summary>Keeps what is new as a segment, merged with the small ones before it.</summary>
    /// <returns>False where it cannot be kept, or the names are not those the chain knows.</returns>
    private bool Extend(ICaseCache cache, CacheKey key, long afterLoad, long missing)
    {
        var stays = chain?.Count ?? 0;
        for (var rows = missing; stays > 0 && chain![stays - 1].Rows <= MergedUpTo * rows; stays--)
        {
            rows += chain[stays - 1].Rows;
        }

        // The names come with the first new page; merged pages are written before it and point into the same lists.
        using var fresh = Fresh(afterLoad).GetEnumerator();
        if (!fresh.MoveNext() || !RowNames.Of(fresh.Current).BeginWith(chain?.Names ?? RowNames.None))
        {
            return false;
        }

        var names = RowNames.Of(fresh.Current);
        var pages = (chain?.Pages(stays, names) ?? []).Concat(Rest(fresh, missing));
        var isKept = RowSegment.Keep(cache, key, stays == 0 ? null : chain![stays - 1].Key, chain?.NamesBefore(stays) ?? RowNames.None, pages, () => names, [.. Enumerable.Range(0, stays).Select(s => chain![s].Key)]);
        if (fault is not null)
        {
            // A fault of the store while a segment was written must not pass for one of the disk.
            ExceptionDispatchInfo.Throw(fault);
        }

        return isKept;
    }

    private bool Anew(ICaseCache cache, CacheKey key, long rows)
    {
        chain?.Dispose();
        chain = null;
        return Extend(cache, key, 0, rows);
    }

    private IEnumerable<PostingPage> Fresh(long afterLoad) => graph.PostingsAsync(new LedgerRequest(at, afterLoad), ct).ToBlockingEnumerable(ct);

    private IEnumerable<PostingPage> Rest(IEnumerator<PostingPage> fresh, long expected)
    {
        var rows = 0L;
        do
        {
            rows += fresh.Current.Count;
            yield return fresh.Current;
        }
        while (MoveNext(fresh));
        if (rows != expected)
        {
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"The store gave {rows} of {expected} rows. If a document is being expunged, ask again when that is done; else restore the case from a backup."));
        }
    }

    private bool MoveNext(IEnumerator<PostingPage> fresh)
    {
        try
        {
            return fresh.MoveNext();
        }
        catch (Exception e)
        {
            fault = e;
            throw;
        }
    }
}
