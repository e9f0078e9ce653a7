using System.Formats.Tar;
using System.Text;
using System.Text.Json.Nodes;
using FinInvest.Graph.Casework;
using FinInvest.Graph.Casework.MoveCase;
using FinInvest.Graph.Store;
using FinInvest.Graph.StoreTests.Embedded;
using Xunit;

namespace FinInvest.Graph.StoreTests.Moving;

/// <summary>What is refused: bundles that were damaged, cut, rearranged, written by a newer program, or made to do harm.</summary>
public class BundleTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Fact]
    public async Task Any_byte_changed_in_a_document_is_refused_with_the_name_of_its_entry()
    {
        using var folder = new PassingFolder();
        var entries = await EntriesAsync(folder);
        foreach (var (name, content) in entries.Where(e => e.Name.StartsWith("documents/", StringComparison.Ordinal)))
        {
            var changed = content.ToArray();
            changed[changed.Length / 2] ^= 1;
            Assert.Contains(name + " is not as it was written", Refused(folder, entries.Select(e => e.Name == name ? (name, changed) : e)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Entries_that_are_missing_added_repeated_or_in_another_place_are_refused()
    {
        using var folder = new PassingFolder();
        var entries = await EntriesAsync(folder);
        for (var i = 0; i < entries.Count; i++)
        {
            Refused(folder, entries.Where((_, e) => e != i));
        }

        Refused(folder, entries.Append(entries[^2]));
        Refused(folder, entries.Take(2).Reverse().Concat(entries.Skip(2)));
        Refused(folder, entries.Take(entries.Count - 3));
        Refused(folder, entries.SkipLast(1).Append(($"documents/{new string('0', 64)}/original", [1])).Append(entries[^1]));
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("/etc/outside")]
    [InlineData("documents/../../outside")]
    [InlineData("documents\\outside")]
    [InlineData("documents/0000/original")]
    public async Task A_name_that_leads_elsewhere_is_refused_and_nothing_is_written_there(string name)
    {
        using var folder = new PassingFolder();
        var entries = await EntriesAsync(folder);
        Assert.Contains("an entry that no bundle has", Refused(folder, entries.SkipLast(1).Append((name, [1])).Append(entries[^1])), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder.Root, "..", "outside")));
    }

    [Fact]
    public async Task A_link_is_refused()
    {
        using var folder = new PassingFolder();
        var entries = await EntriesAsync(folder);
        var name = Path.Combine(folder.Root, "link.tar");
        await using (var tar = new TarWriter(File.Create(name), TarEntryFormat.Ustar))
        {
            await tar.WriteEntryAsync(new UstarTarEntry(TarEntryType.RegularFile, entries[0].Name) { DataStream = new MemoryStream(entries[0].Content) }, Ct);
            await tar.WriteEntryAsync(new UstarTarEntry(TarEntryType.SymbolicLink, BundleLayout.Journal) { LinkName = "/etc/passwd" }, Ct);
        }

        Assert.Throws<CaseRefusalException>(() => BundleArchive.Open(name));
    }

    [Fact]
    public async Task Every_cut_and_every_strewn_byte_is_refused_or_harmless()
    {
        using var folder = new PassingFolder();
        var whole = await WholeAsync(folder);
        var random = new Random(11);
        var name = Path.Combine(folder.Root, "x.tar");
        for (var i = 0; i < 300; i++)
        {
            var bytes = i % 3 == 0 ? whole[..random.Next(whole.Length)] : whole.ToArray();
            if (i % 3 != 0)
            {
                bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            }

            await File.WriteAllBytesAsync(name, bytes, Ct);
            try
            {
                // What tar itself does not mean (the padding of an entry, a name of an owner) changes no content.
                using var bundle = BundleArchive.Open(name);
                Assert.Equal(new CaseVersion(3, 3), bundle.Version);
            }
            catch (Exception e) when (e is CaseRefusalException or StoreVersionException)
            {
                Assert.EndsWith(".", e.Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task A_newer_layout_is_refused_before_anything_else_is_read()
    {
        using var folder = new PassingFolder();
        var entries = await EntriesAsync(folder);
        var head = JsonNode.Parse(entries[0].Content)!;
        head["layout"] = 2;
        head["more"] = "unknown";
        var name = Write(folder, entries.Skip(1).Prepend((entries[0].Name, Encoding.UTF8.GetBytes(head.ToJsonString()))));
        Assert.Contains("layout 2", Assert.Throws<StoreVersionException>(() => BundleArchive.Open(name)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_that_are_no_rows_leave_the_case_as_it_was()
    {
        using var folder = new PassingFolder();
        var entries = await EntriesAsync(folder);
        foreach (var line in new[] { "{}", "[]", "{\"statement\":\"S\",\"row\":1,\"minor\":1}", "{\"statement\":\"S\",\"row\":1,\"minor\":1e3,\"currency\":\"KZT\"}", "{\"statement\":\"S\",\"row\":1,\"minor\":1,\"currency\":\"KZT\",\"x\":1}",
            "{\"statement\":null,\"row\":1,\"minor\":1,\"currency\":\"KZT\"}", "{\"statement\":\"S\",\"row\":1,\"minor\":1,\"currency\":\"KZT\"} {}" })
        {
            var first = entries.FindIndex(e => e.Name.EndsWith(BundleLayout.Postings, StringComparison.Ordinal));
            var rows = Encoding.UTF8.GetString(entries[first].Content).Split('\n');
            rows[3] = line;
            var changed = entries.ToList();
            changed[first] = (entries[first].Name, Encoding.UTF8.GetBytes(string.Join('\n', rows)));
            using var bundle = BundleArchive.Open(Write(folder, Sealed(changed)));
            await using var open = new EmbeddedOpenCase();
            await Assert.ThrowsAsync<CaseRefusalException>(async () => await new CaseImport(open.Graph, open.Vault).LoadAsync(bundle, Ct));
            Assert.Equal(default, await open.Graph.VersionAsync(Ct));
        }
    }

    [Fact]
    public async Task A_vault_that_gives_other_bytes_is_not_exported()
    {
        using var folder = new PassingFolder();
        await using var open = new EmbeddedOpenCase();
        await MovedCase.FillAsync(open.Graph, open.Vault);
        var vault = Path.Combine(open.Folder, "vault", StoreSample.Document(3).Hash.Hex);
        await File.WriteAllTextAsync(vault, "invented document 9\n", Ct);
        var name = Path.Combine(folder.Root, "a.tar");
        Assert.Contains(StoreSample.Document(3).Hash.Short(12), (await Assert.ThrowsAsync<InvalidDataException>(() => CaseExport.WriteAsync(open.Graph, open.Vault, name, Ct))).Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(folder.Root));
    }

    private static string Refused(PassingFolder folder, IEnumerable<(string Name, byte[] Content)> entries)
    {
        var name = Write(folder, entries);
        return Assert.Throws<CaseRefusalException>(() => BundleArchive.Open(name)).Message;
    }

    private static string Write(PassingFolder folder, IEnumerable<(string Name, byte[] Content)> entries)
    {
        var name = Path.Combine(folder.Root, "changed.tar");
        using var tar = new TarWriter(File.Create(name), TarEntryFormat.Ustar);
        foreach (var (entry, content) in entries)
        {
            tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, entry) { DataStream = new MemoryStream(content) });
        }

        return name;
    }

    /// <summary>With a manifest that fits, as somebody would make it who means harm.</summary>
    private static IEnumerable<(string Name, byte[] Content)> Sealed(IReadOnlyList<(string Name, byte[] Content)> entries)
    {
        var files = entries.SkipLast(1).Select(e => (JsonNode)new JsonObject { ["name"] = e.Name, ["bytes"] = e.Content.Length, ["sha256"] = Sha256.Of(e.Content).Hex });
        return entries.SkipLast(1).Append((BundleLayout.Manifest, Encoding.UTF8.GetBytes(new JsonObject { ["files"] = new JsonArray([.. files]) }.ToJsonString())));
    }

    private static async Task<byte[]> WholeAsync(PassingFolder folder)
    {
        await using var open = new EmbeddedOpenCase();
        await MovedCase.FillAsync(open.Graph, open.Vault);
        var name = Path.Combine(folder.Root, "whole.tar");
        await CaseExport.WriteAsync(open.Graph, open.Vault, name, Ct);
        return await File.ReadAllBytesAsync(name, Ct);
    }

    private static async Task<List<(string Name, byte[] Content)>> EntriesAsync(PassingFolder folder)
    {
        using var tar = new TarReader(new MemoryStream(await WholeAsync(folder)));
        var entries = new List<(string, byte[])>();
        while (await tar.GetNextEntryAsync(copyData: true, Ct) is { } entry)
        {
            using var content = new MemoryStream();
            await (entry.DataStream ?? Stream.Null).CopyToAsync(content, Ct);
            entries.Add((entry.Name, content.ToArray()));
        }

        return entries;
    }
}
