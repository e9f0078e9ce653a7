using System.Formats.Tar;
using System.Security.Cryptography;
using System.Text.Json;
using FinInvest.Graph.Store;

namespace FinInvest.Graph.Casework.MoveCase;

/// <summary>
/// A bundle that was read through once and found whole: every entry has a name that a bundle may have, stands in the manifest with its length and SHA-256, and the manifest names no other.
/// Nothing is ever unpacked to a path that the bundle names, and nothing in it is compressed.
/// </summary>
public sealed class BundleArchive : IDisposable
{
    private readonly FileStream file;
    private readonly Dictionary<string, (long Offset, long Bytes)> entries = new(StringComparer.Ordinal);

    private BundleArchive(FileStream file) => this.file = file;

    public CaseVersion Version { get; private set; }

    /// <summary>Link of the last decision.</summary>
    public Sha256 Chain { get; private set; }
    internal IReadOnlyList<JournalLine> Loads { get; private set; } = [];
    internal IReadOnlyList<Decision> Decisions { get; private set; } = [];

    /// <summary>True where a file begins as a bundle does; it may be damaged all the same.</summary>
    public static bool IsBundle(string path)
    {
        Span<byte> start = stackalloc byte[BundleLayout.Head.Length + 1];
        using var file = File.OpenRead(path);
        return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start[^1] == 0 && start[..^1].SequenceEqual(System.Text.Encoding.ASCII.GetBytes(BundleLayout.Head));
    }

    /// <exception cref="CaseRefusalException">It is no bundle, or not as it was written; the message names the entry.</exception>
    /// <exception cref="StoreVersionException">A newer program wrote it.</exception>
    public static BundleArchive Open(string path)
    {
        var archive = new BundleArchive(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 17));
        try
        {
            archive.ReadEntries();
            return archive;
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or FormatException or NotSupportedException)
        {
            archive.Dispose();
            throw Refused($"it is no readable tar file ({e.Message})");
        }
        catch (JsonException e)
        {
            archive.Dispose();
            throw Refused($"one of its lists cannot be read ({e.Message})");
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }

    public void Dispose() => file.Dispose();

    /// <summary>Bytes of an entry.</summary>
    internal Stream Entry(string name)
    {
        var (offset, bytes) = entries[name];
        return new EntryStream(file, offset, bytes);
    }

    internal bool Has(string name) => entries.ContainsKey(name);

    internal static CaseRefusalException Refused(string reason) => new($"This bundle was not loaded: {reason}. Nothing of it is in the case; have it sent again, or export it again.");

    private void ReadEntries()
    {
        using var tar = new TarReader(file, leaveOpen: true);
        var order = new List<string>();
        while (tar.GetNextEntry() is { } entry)
        {
            Demand(entries.Count < BundleLayout.EntriesMax, $"it has more than {BundleLayout.EntriesMax} entries");
            Demand(entry.EntryType is TarEntryType.RegularFile && BundleLayout.IsName(entry.Name), $"it has an entry that no bundle has: \"{Shown(entry.Name)}\"");
            Demand(entry.Length <= BundleLayout.EntryBytesMax && entry.DataOffset + entry.Length <= file.Length, $"its entry {entry.Name} is not whole");
            Demand(entries.TryAdd(entry.Name, (entry.DataOffset, entry.Length)), $"it has {entry.Name} twice");
            order.Add(entry.Name);
            if (order.Count == 1)
            {
                ReadHead(entry.Name);
            }
        }

        Demand(order.Count > 1 && order[^1] == BundleLayout.Manifest, "its end is missing");
        CheckManifest(order);
        ReadLists();
    }

    private void ReadHead(string name)
    {
        Demand(name == BundleLayout.Head, $"it does not begin with {BundleLayout.Head}");
        using var json = JsonDocument.Parse(Whole(name));
        var root = json.RootElement;
        Demand(root.ValueKind == JsonValueKind.Object && root.TryGetProperty("schema", out var schema) && schema.GetString() is { } said && said.StartsWith("fininvest.bundle/", StringComparison.Ordinal),
            "it is no bundle of a case");
        if (root.TryGetProperty("layout", out var layout) && layout.TryGetInt32(out var number) && number > BundleLayout.Layout)
        {
            throw new StoreVersionException($"This bundle has layout {number}; this program knows layouts up to {BundleLayout.Layout}. A newer program wrote it: use that one. Nothing was changed.");
        }

        var head = root.Deserialize(BundleJson.Plain.BundleHead);
        Demand(head is { Schema: BundleLayout.Schema, Layout: BundleLayout.Layout } && CaseVersion.TryParse(head.Version, out var version), $"{BundleLayout.Head} does not say which case at which version");
        (Version, Chain) = (CaseVersion.TryParse(head!.Version, out version) ? version : default, new Sha256(head.Chain));
    }

    private void CheckManifest(List<string> order)
    {
        var files = JsonSerializer.Deserialize(Whole(BundleLayout.Manifest), BundleJson.Plain.BundleManifest)?.Files ?? [];
        Demand(files.Count == order.Count - 1, $"it has {order.Count - 1} entries and its manifest names {files.Count}");
        for (var i = 0; i < files.Count; i++)
        {
            Demand(files[i].Name == order[i], $"its manifest names {Shown(files[i].Name)} where {order[i]} stands");
            using var content = Entry(order[i]);
            var hash = Convert.ToHexStringLower(SHA256.HashData(content));
            Demand(content.Length == files[i].Bytes && hash == files[i].Sha256, $"{order[i]} is not as it was written: its SHA-256 is {hash}, the manifest says {Shown(files[i].Sha256)}");
        }
    }

    private void ReadLists()
    {
        Demand(Has(BundleLayout.Journal) && Has(BundleLayout.Decisions), "its journal or its decisions are missing");
        var loads = new List<JournalLine>();
        foreach (var line in LineReader.Read(Entry(BundleLayout.Journal)))
        {
            loads.Add(JsonSerializer.Deserialize(line.Span, BundleJson.Plain.JournalLine)!);
        }

        var decisions = new List<Decision>();
        var link = DecisionChain.Start;
        foreach (var line in LineReader.Read(Entry(BundleLayout.Decisions)))
        {
            var body = System.Text.Encoding.UTF8.GetString(line.Span);
            var decision = DecisionChain.Decode(body);
            Demand(decision.Number == decisions.Count + 1 && DecisionChain.Encode(decision) == body, $"line {decisions.Count + 1} of {BundleLayout.Decisions} is no decision as the chain holds it");
            decisions.Add(decision);
            link = DecisionChain.Link(link, body);
        }

        Demand(link == Chain && Version == new CaseVersion(loads.Count, decisions.Count), "its decisions or loads are not those that its first entry states");
        (Loads, Decisions) = (loads, decisions);
        CheckJournal();
    }

    /// <summary>The journal and the entries say the same: every part that is named is there, and no other.</summary>
    private void CheckJournal()
    {
        var held = new HashSet<string>(StringComparer.Ordinal);
        var named = new HashSet<string>(StringComparer.Ordinal) { BundleLayout.Head, BundleLayout.Journal, BundleLayout.Decisions, BundleLayout.Manifest };
        var decisions = 0L;
        for (var i = 0; i < Loads.Count; i++)
        {
            var load = Loads[i];
            Demand(load.Load == i + 1 && load.Decisions >= decisions && load.Decisions <= Decisions.Count && load.Documents.Any(d => !d.AlreadyHeld), $"load {i + 1} of its journal cannot have been");
            decisions = load.Decisions;
            foreach (var document in load.Documents)
            {
                Demand(document.AlreadyHeld != held.Add(document.Sha256), $"its journal brings document {Shown(document.Sha256)} twice, or never");
                Demand(document is { Postings: >= 0, Facts: >= 0, Rejects: >= 0 }, "its journal counts less than nothing");
                foreach (var entry in document.Entries())
                {
                    Demand(Has(entry), $"{Shown(entry)} is missing");
                    named.Add(entry);
                }

                Demand(!document.IsCarried || entries[BundleLayout.Of(document.Hash, BundleLayout.Original)].Bytes == document.Bytes, $"document {Shown(document.Sha256)} has another length than its journal says");
            }
        }

        Demand(named.Count == entries.Count, $"it has an entry that its journal does not name: {entries.Keys.FirstOrDefault(k => !named.Contains(k))}");
    }

    private byte[] Whole(string name)
    {
        using var content = Entry(name);
        Demand(content.Length <= BundleLayout.WholeBytesMax, $"{name} is too long");
        var bytes = new byte[content.Length];
        content.ReadExactly(bytes);
        return bytes;
    }

    private static string Shown(string text) => text.Length <= 120 ? text : text[..120] + "...";

    private static void Demand(bool holds, string reason)
    {
        if (!holds)
        {
            throw Refused(reason);
        }
    }
}
