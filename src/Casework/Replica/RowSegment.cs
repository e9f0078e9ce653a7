using FinInvest.Graph.Casework.Caching;
using FinInvest.Graph.Store;

namespace FinInvest.Graph.Casework.Replica;

/// <summary>The rows of some loads that follow one another, as one cache entry: the pages, then what they are and which names the lists gained with them.</summary>
internal sealed class RowSegment : IDisposable
{
    private const int Data = 0;
    private const int Contents = 1;
    private readonly ICacheEntry entry;
    private readonly List<(Sha256 Document, int Count, long Offset, int Length)> pages = [];

    private RowSegment(ICacheEntry entry, CacheKey key)
    {
        this.entry = entry;
        Key = key;
        var from = new SectionReader(new Column<byte>(entry.Address(Contents), checked((int)entry.Length(Contents))));
        Previous = from.Flag() ? new CacheKey(new CaseVersion(from.Number(), 0), new Sha256(from.Text())) : null;
        Gained = new RowNames(from.List(from.Text), from.List(from.Text), from.List(from.Text));
        var offset = 0L;
        for (var left = from.Int(); left > 0; left--)
        {
            pages.Add((new Sha256(from.Text()), from.Int(), offset, from.Int()));
            offset += pages[^1].Length;
        }
    }

    public CacheKey Key { get; }

    /// <summary>The segment of the loads before these; null = these are the first.</summary>
    public CacheKey? Previous { get; }

    /// <summary>Names that the lists have beyond those of the segment before.</summary>
    public RowNames Gained { get; }

    public long Rows => pages.Sum(p => (long)p.Count);

    /// <summary>The segment of a key, or null where it is not kept.</summary>
    public static RowSegment? Open(ICaseCache cache, CacheKey key) => cache.Open(key) is { } entry ? new RowSegment(entry, key) : null;

    /// <summary>Its pages in the order they were written.</summary>
    public IEnumerable<PostingPage> Pages(RowNames names)
    {
        foreach (var (document, count, offset, length) in pages)
        {
            var page = PostingPage.Allocate(document, names.Accounts, names.Statements, names.Currencies, count);
            PageBytes.Read(new Column<byte>(checked((nint)(entry.Address(Data) + offset)), length), page);
            yield return page;
        }
    }

    /// <summary>
    /// Keeps pages as a segment while they come, so that no more than one of them is in memory.
    /// </summary>
    /// <param name="before">Names of the segments before.</param>
    /// <param name="names">Asked when the last page has come: all names.</param>
    /// <returns>Whether it is kept.</returns>
    public static bool Keep(ICaseCache cache, CacheKey key, CacheKey? previous, RowNames before, IEnumerable<PostingPage> pages, Func<RowNames> names, IReadOnlyCollection<CacheKey> beside)
    {
        var written = new List<(Sha256 Document, int Count, int Length)>();
        return cache.Keep(key, [to => Write(pages, written, to), to => to.Write(Describe(previous, before, names(), written).Written)], beside);
    }

    public void Dispose() => entry.Dispose();

    private static void Write(IEnumerable<PostingPage> pages, List<(Sha256 Document, int Count, int Length)> written, Stream to)
    {
        foreach (var page in pages)
        {
            var start = to.Length;
            PageBytes.Write(page, to);
            written.Add((page.Document, page.Count, checked((int)(to.Length - start))));
        }
    }

    private static SectionWriter Describe(CacheKey? previous, RowNames before, RowNames names, List<(Sha256 Document, int Count, int Length)> written)
    {
        var to = new SectionWriter();
        to.Flag(previous is not null);
        if (previous is not null)
        {
            to.Number(previous.Version.Loads);
            to.Text(previous.Content.Hex);
        }

        to.List([.. names.Accounts.Skip(before.Accounts.Count)], to.Text);
        to.List([.. names.Statements.Skip(before.Statements.Count)], to.Text);
        to.List([.. names.Currencies.Skip(before.Currencies.Count)], to.Text);
        to.Number(written.Count);
        foreach (var (document, count, length) in written)
        {
            to.Text(document.Hex);
            to.Number(count);
            to.Number(length);
        }

        return to;
    }
}
