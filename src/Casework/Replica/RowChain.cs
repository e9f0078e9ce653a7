using FinInvest.Graph.Store;

namespace FinInvest.Graph.Casework.Replica;

/// <summary>The segments that hold the rows of a case up to a load, in the order of their loads.</summary>
internal sealed class RowChain : IDisposable
{
    private readonly List<RowSegment> segments;
    private readonly List<RowNames> namesAfter = [RowNames.None];

    private RowChain(List<RowSegment> segments)
    {
        this.segments = segments;
        foreach (var s in segments)
        {
            var before = namesAfter[^1];
            namesAfter.Add(new RowNames([.. before.Accounts, .. s.Gained.Accounts], [.. before.Statements, .. s.Gained.Statements], [.. before.Currencies, .. s.Gained.Currencies]));
        }
    }

    public int Count => segments.Count;

    /// <summary>All names.</summary>
    public RowNames Names => namesAfter[^1];

    public RowSegment this[int index] => segments[index];

    /// <summary>Names of the segments before one.</summary>
    public RowNames NamesBefore(int segment) => namesAfter[segment];

    /// <summary>The chain that ends with a key, or null where the cache does not hold all of it.</summary>
    public static RowChain? Open(ICaseCache cache, CacheKey last)
    {
        var segments = new List<RowSegment>();
        for (CacheKey? key = last; key is not null; key = segments[^1].Previous)
        {
            if (RowSegment.Open(cache, key) is not { } segment)
            {
                segments.ForEach(s => s.Dispose());
                return null;
            }

            segments.Add(segment);
        }

        segments.Reverse();
        return new RowChain(segments);
    }

    /// <summary>Pages of the segments from one on, their columns pointing into the lists given, which begin with this chain's.</summary>
    public IEnumerable<PostingPage> Pages(int first, RowNames names) => segments.Skip(first).SelectMany(s => s.Pages(names));

    public void Dispose() => segments.ForEach(s => s.Dispose());
}
