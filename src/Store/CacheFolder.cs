using System.Globalization;
using FinInvest.Graph.Store.Caching;
using FinInvest.Graph.Store.Files;

namespace FinInvest.Graph.Store;

/// <summary>
/// A case's cache as a folder of its own, one file an entry: built beside, flushed, renamed, never overwritten. Files are for their owner alone (0600).
/// Any store may use it: what a file holds depends on its key alone.
/// </summary>
/// <param name="folder">Made when the first entry is kept.</param>
public sealed class CacheFolder(string folder) : ICaseCache
{
    private const string Ending = ".columns";
    private const string Unfinished = ".new";
    private static int made;

    /// <inheritdoc/>
    public ICacheEntry? Open(CacheKey key)
    {
        try
        {
            return File.Exists(PathOf(key)) ? MappedEntry.Open(PathOf(key), key) : null;
        }
        catch (Exception e) when (IsNoCache(e))
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public bool Keep(CacheKey key, IReadOnlyList<Action<Stream>> sections, IReadOnlyCollection<CacheKey>? beside = null)
    {
        var path = PathOf(key);
        var unfinished = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}-{Interlocked.Increment(ref made)}{Unfinished}"));
        try
        {
            DurableFolder.Create(folder);
            using (var file = OwnerFile.Open(unfinished, FileMode.Create, FileShare.None))
            {
                Write(file, key, sections);
                file.Flush(flushToDisk: true);
            }

            // What lies there under this name was opened before and found damaged, or another process has just made the same.
            File.Move(unfinished, path, overwrite: true);
            DurableFolder.Flush(folder);
            RemoveOthers([path, .. (beside ?? []).Select(PathOf)]);
            return true;
        }
        catch (Exception e) when (IsNoCache(e))
        {
            Remove(unfinished);
            return false;
        }
        catch
        {
            Remove(unfinished);
            throw;
        }
    }

    /// <inheritdoc/>
    public void Clear()
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Write(FileStream file, CacheKey key, IReadOnlyList<Action<Stream>> sections)
    {
        var offset = CacheHeader.Padded(CacheHeader.Bytes + (sections.Count * (long)CacheHeader.EntryBytes));
        file.Position = offset;
        var table = new List<(long Offset, long Length, ulong Sum)>();
        using var stream = new SectionStream(file);
        foreach (var section in sections)
        {
            section(stream);
            var (length, sum) = stream.End();
            table.Add((offset, length, sum));
            offset += CacheHeader.Padded(length);
        }

        file.Position = 0;
        file.Write(CacheHeader.Write(key, table, offset));
    }

    private void RemoveOthers(IReadOnlyCollection<string> kept)
    {
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            if (!kept.Contains(file) && (file.EndsWith(Ending, StringComparison.Ordinal) || (file.EndsWith(Unfinished, StringComparison.Ordinal) && !IsBeingWritten(file))))
            {
                Remove(file);
            }
        }
    }

    /// <summary>A file that a living process writes is held by it; one that was left half-made is free.</summary>
    private static bool IsBeingWritten(string file)
    {
        try
        {
            using var free = new FileStream(file, new FileStreamOptions { Access = FileAccess.ReadWrite, Share = FileShare.None });
            return false;
        }
        catch (Exception e) when (IsNoCache(e))
        {
            return true;
        }
    }

    private static void Remove(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception e) when (IsNoCache(e))
        {
            // It stays until the next entry is kept.
        }
    }

    private static bool IsNoCache(Exception e) => e is IOException or UnauthorizedAccessException or NotSupportedException;

    private string PathOf(CacheKey key) => Path.Combine(folder, $"{key.Version}-{key.Content.Short(16)}{Ending}");
}
