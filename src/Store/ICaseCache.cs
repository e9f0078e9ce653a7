namespace FinInvest.Graph.Store;

/// <summary>
/// Derived data kept beside a case, whatever keeps the case's records. Everything in it can be made again: it may be deleted at any moment, what is damaged is as
/// if it were not there, and where nothing can be kept (a full disk, a folder that is read only) work goes on without it.
/// </summary>
public interface ICaseCache
{
    /// <summary>The entry of a key, or null where there is none or it is not whole.</summary>
    ICacheEntry? Open(CacheKey key);

    /// <summary>Keeps an entry under its key and lets go of the others. A reader that has one open, or one of the same key, loses nothing.</summary>
    /// <param name="sections">Each writes the bytes of one section, in this order; an exception of theirs that is not about the disk goes through and leaves nothing.</param>
    /// <param name="beside">Entries that stay too.</param>
    /// <returns>Whether the entry is there now.</returns>
    bool Keep(CacheKey key, IReadOnlyList<Action<Stream>> sections, IReadOnlyCollection<CacheKey>? beside = null);

    /// <summary>Removes every entry, because what it was derived from must go.</summary>
    void Clear();
}
