using FinInvest.Graph.Store;
using FinInvest.Graph.StoreTests.Embedded;
using Xunit;

namespace FinInvest.Graph.StoreTests.Door;

/// <summary>A cache file is there whole, for its key, or it is not there.</summary>
public class CacheFolderTests
{
    private static readonly CacheKey First = Key(1);
    private static readonly byte[][] Sections = [[1, 2, 3], [], [.. Enumerable.Range(0, 5_000).Select(i => (byte)(i % 251))], [9]];

    [Fact]
    public void What_was_kept_is_read_as_it_was()
    {
        using var folder = new PassingFolder();
        var cache = new CacheFolder(folder.Path);
        Assert.Null(cache.Open(First));
        Assert.True(Keep(cache, First));
        using var entry = cache.Open(First)!;
        Assert.Equal(Sections, Read(entry));
        Assert.All(Enumerable.Range(0, entry.Count), s => Assert.Equal(0, entry.Address(s) % 64));
        Assert.Null(cache.Open(First with { Content = Sha256.Of([7]) }));
        Assert.True(Keep(cache, First));
        Assert.Equal(Sections, Read(entry));
    }

    [Fact]
    public void A_section_longer_than_the_buffer_is_read_as_it_was()
    {
        using var folder = new PassingFolder();
        var cache = new CacheFolder(folder.Path);
        var big = Enumerable.Range(0, (3 << 20) + 5).Select(i => (byte)(i % 253)).ToArray();
        Assert.True(cache.Keep(First, [to => to.Write(big), to => to.Write([1])]));
        using var entry = cache.Open(First)!;
        Assert.Equal([big, [1]], Read(entry));
    }

    [Fact]
    public void A_file_cut_short_at_any_byte_is_not_there()
    {
        using var folder = new PassingFolder();
        var cache = new CacheFolder(folder.Path);
        Keep(cache, First);
        var (path, whole) = Only(folder.Path);
        for (var length = 0; length < whole.Length; length += length < 512 ? 1 : 97)
        {
            File.WriteAllBytes(path, whole[..length]);
            Assert.Null(cache.Open(First));
        }

        File.WriteAllBytes(path, [.. whole, 0]);
        Assert.Null(cache.Open(First));
        File.WriteAllBytes(path, whole);
        Assert.NotNull(cache.Open(First));
    }

    [Fact]
    public void A_file_with_any_byte_changed_is_not_there()
    {
        using var folder = new PassingFolder();
        var cache = new CacheFolder(folder.Path);
        Keep(cache, First);
        var (path, whole) = Only(folder.Path);
        for (var at = 0; at < whole.Length; at += at < 512 ? 1 : 97)
        {
            var damaged = whole.ToArray();
            damaged[at] ^= 16;
            File.WriteAllBytes(path, damaged);
            Assert.True(cache.Open(First) is null, $"byte {at}");
        }
    }

    [Fact]
    public void A_damaged_file_is_made_again()
    {
        using var folder = new PassingFolder();
        var cache = new CacheFolder(folder.Path);
        Keep(cache, First);
        File.WriteAllBytes(Only(folder.Path).Path, [1, 2, 3]);
        Assert.True(Keep(cache, First));
        Assert.Equal(Sections, Read(cache.Open(First)!));
    }

    [Fact]
    public void A_newer_entry_removes_older_ones_and_what_was_left_half_made_but_not_what_is_being_made()
    {
        using var folder = new PassingFolder();
        var cache = new CacheFolder(folder.Path);
        Keep(cache, First);
        using var opened = cache.Open(First)!;
        File.WriteAllText(Path.Combine(folder.Path, "1-1.new"), "half");
        using var writing = new FileStream(Path.Combine(folder.Path, "2-1.new"), new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite, Share = FileShare.None });
        File.WriteAllText(Path.Combine(folder.Path, "note.txt"), "not ours");
        Assert.True(Keep(cache, Key(2)));
        Assert.Equal(["2-1.new", "2.0-", "note.txt"], Directory.GetFiles(folder.Path).Select(f => Path.GetFileName(f)).Select(n => n.EndsWith(".columns", StringComparison.Ordinal) ? n[..4] : n).Order(StringComparer.Ordinal));
        Assert.Equal(Sections, Read(opened));
    }

    [Fact]
    public void Where_nothing_can_be_written_nothing_is_kept_and_nothing_is_left()
    {
        using var folder = new PassingFolder();
        File.WriteAllText(folder.Path, "a file where the folder should be");
        Assert.False(Keep(new CacheFolder(folder.Path), First));
        File.Delete(folder.Path);

        var cache = new CacheFolder(folder.Path);
        Assert.False(cache.Keep(First, [to => to.Write(new byte[100]), _ => throw new IOException("No space left on device.")]));
        Assert.Empty(Directory.GetFiles(folder.Path));
        Assert.Null(cache.Open(First));
    }

    [Fact]
    public void Files_are_their_owners_alone_and_go_when_the_cache_is_cleared()
    {
        using var folder = new PassingFolder();
        var cache = new CacheFolder(folder.Path);
        cache.Clear();
        Keep(cache, First);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Only(folder.Path).Path));
        }

        cache.Clear();
        Assert.False(Directory.Exists(folder.Path));
        Assert.Null(cache.Open(First));
    }

    [Fact]
    public void An_entry_that_was_closed_says_so()
    {
        using var folder = new PassingFolder();
        var cache = new CacheFolder(folder.Path);
        Keep(cache, First);
        var entry = cache.Open(First)!;
        entry.Dispose();
        entry.Dispose();
        Assert.Throws<ObjectDisposedException>(() => entry.Address(0));
    }

    private static CacheKey Key(long loads) => new(new CaseVersion(loads, 0), Sha256.Of([(byte)loads]));

    private static bool Keep(CacheFolder cache, CacheKey key) => cache.Keep(key, [.. Sections.Select(s => (Action<Stream>)(to => to.Write(s)))]);

    private static byte[][] Read(ICacheEntry entry) =>
        [.. Enumerable.Range(0, entry.Count).Select(s => new Column<byte>(entry.Address(s), checked((int)entry.Length(s))).ToArray())];

    private static (string Path, byte[] Bytes) Only(string folder)
    {
        var path = Directory.GetFiles(folder).Single();
        return (path, File.ReadAllBytes(path));
    }
}
