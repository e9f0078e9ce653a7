using System.IO.MemoryMappedFiles;

namespace FinInvest.Graph.Store.Caching;

/// <summary>A cache file in memory. The pointer is held until Dispose, so that no finalizer unmaps what a column still stands on.</summary>
internal sealed unsafe class MappedEntry : ICacheEntry
{
    private const int CheckedAtOnce = 16 << 20;
    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor view;
    private readonly byte* start;
    private (long Offset, long Length, ulong Sum)[] sections = [];
    private bool isOpen = true;

    private MappedEntry(MemoryMappedFile file)
    {
        this.file = file;
        view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
    }

    public int Count => sections.Length;

    /// <summary>Maps a file, or null where it is not a whole entry of the key.</summary>
    public static MappedEntry? Open(string path, CacheKey key)
    {
        using var stream = new FileStream(path, new FileStreamOptions { Share = FileShare.Read | FileShare.Delete, BufferSize = 0 });
        if (stream.Length < CacheHeader.Bytes)
        {
            return null;
        }

        var entry = new MappedEntry(MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false));
        if (entry.Check(key, stream.Length))
        {
            return entry;
        }

        entry.Dispose();
        return null;
    }

    public nint Address(int section)
    {
        ObjectDisposedException.ThrowIf(!isOpen, this);
        return (nint)(start + sections[section].Offset);
    }

    public long Length(int section) => sections[section].Length;

    public void Dispose()
    {
        if (isOpen)
        {
            isOpen = false;
            view.SafeMemoryMappedViewHandle.ReleasePointer();
            view.Dispose();
            file.Dispose();
        }
    }

    private bool Check(CacheKey key, long fileBytes)
    {
        var read = CacheHeader.Read(new ReadOnlySpan<byte>(start, (int)Math.Min(fileBytes, int.MaxValue)), key, fileBytes);
        sections = read ?? [];
        return read is not null && read.All(s => SumOf(s.Offset, CacheHeader.Padded(s.Length)) == s.Sum);
    }

    private ulong SumOf(long offset, long length)
    {
        var sum = new BlockSum();
        for (; length > 0; offset += CheckedAtOnce, length -= CheckedAtOnce)
        {
            sum.Add(new ReadOnlySpan<byte>(start + offset, (int)Math.Min(length, CheckedAtOnce)));
        }

        return sum.Value;
    }
}
